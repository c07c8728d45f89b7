/** A small app for terminal.test.ts: shows the keys that arrive, `q` ends it. Run by Node as it is, so no JSX. */
import process from 'node:process';
import {Box, render, Text, useWindowSize} from 'ink';
import {createElement, type ReactElement, useState} from 'react';
import {continueAfterStop} from '../../../source/terminal/frames/continue-after-stop.ts';
import {createFrameWriter} from '../../../source/terminal/frames/frame-writer.ts';
import {InkInput} from '../../../source/terminal/input/ink-input.ts';
import {useKeys} from '../../../source/terminal/input/use-keys.ts';

const writer = createFrameWriter(process.stdout);

function Echo({onQuit}: {readonly onQuit: () => void}): ReactElement {
	const [log, setLog] = useState<readonly string[]>([]);
	const {columns, rows} = useWindowSize();
	useKeys((input) => {
		if (input.type === 'paste') setLog((before) => [...before, JSON.stringify(input.text)]);
		if (input.type !== 'key') return;
		if (input.key.chord === 'q') onQuit();
		else setLog((before) => [...before, input.key.chord]);
	});
	return createElement(
		Box,
		{flexDirection: 'column', height: rows},
		createElement(Text, {inverse: true}, '中 keys'),
		createElement(Text, {wrap: 'wrap'}, `log ${log.join(' ')}.`),
		createElement(Box, {flexGrow: 1}),
		createElement(Text, {}, `${columns}x${rows}`.padEnd(columns, '─')),
	);
}

continueAfterStop(process, {stdin: process.stdin, writer});
const app = render(createElement(Echo, {onQuit: () => app.unmount()}), {
	stdin: new InkInput(process.stdin) as unknown as NodeJS.ReadStream,
	stdout: writer,
	debug: true,
	interactive: true,
	alternateScreen: true,
	patchConsole: false,
	exitOnCtrlC: false,
});
await app.waitUntilExit();
process.stdout.write('ended well\n');
