/** A small app for editor.test.ts: shows the keys that arrive, `e` edits a text, `q` quits. Run by Node as it is, so no JSX. */
import process from 'node:process';
import {Box, render, Text} from 'ink';
import {createElement, type ReactElement, useState} from 'react';
import {createEditorRunners} from '../../../source/shell/editor-effects.ts';
import {continueAfterStop} from '../../../source/terminal/frames/continue-after-stop.ts';
import {createFrameWriter} from '../../../source/terminal/frames/frame-writer.ts';
import {InkInput} from '../../../source/terminal/input/ink-input.ts';
import {useKeys} from '../../../source/terminal/input/use-keys.ts';
import {createTerminalLoan} from '../../../source/ui/terminal-loan.ts';

const writer = createFrameWriter(process.stdout);
const loan = createTerminalLoan(writer);
const runners = createEditorRunners({redraw: () => {}, writeAside: () => {}, lend: loan.lend});

function Editing(): ReactElement {
	const [log, setLog] = useState<readonly string[]>([]);
	const note = (text: string): void => setLog((before) => [...before, text]);
	useKeys((input) => {
		if (input.type !== 'key') return;
		const {chord} = input.key;
		if (chord === 'q') end();
		else if (chord !== 'e') note(chord);
		else
			void runners['editor/edit']({type: 'editor/edit', content: 'old', suffix: '.csv'}, (answer) =>
				note(
					answer.type === 'editor/edited' ? `edited:${Buffer.from(answer.bytes)}` : JSON.stringify(answer),
				),
			);
	});
	return createElement(
		Box,
		{flexDirection: 'column'},
		createElement(Text, {}, 'top'),
		createElement(Text, {wrap: 'wrap'}, `log ${log.join(' ')}.`),
		createElement(loan.Lender),
	);
}

function end(): void {
	loan.callIn();
	app.unmount();
}

continueAfterStop(process, {stdin: process.stdin, writer});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, end);
const app = render(createElement(Editing), {
	stdin: new InkInput(process.stdin) as unknown as NodeJS.ReadStream,
	stdout: writer,
	debug: true,
	interactive: true,
	alternateScreen: true,
	patchConsole: false,
	exitOnCtrlC: false,
});
writer.setMouse(true);
await app.waitUntilExit();
