import {render, Text, useApp} from 'ink';
import {createElement, type ReactElement, useState} from 'react';
import {afterEach, describe, expect, it} from 'vitest';
import {createFrameWriter} from '../../../source/terminal/frames/frame-writer.ts';
import {InkInput} from '../../../source/terminal/input/ink-input.ts';
import {useKeys} from '../../../source/terminal/input/use-keys.ts';
import {FakeTerminal} from '../../helpers/fake-terminal.ts';

const ends: (() => void)[] = [];

afterEach(() => {
	for (const end of ends.splice(0)) end();
});

/** Shows every key and paste that arrived. */
function Echo({onSuspend}: {readonly onSuspend?: () => Promise<void>}): ReactElement {
	const [log, setLog] = useState<readonly string[]>([]);
	const {suspendTerminal} = useApp();
	useKeys((input) => {
		if (input.type === 'paste') setLog((before) => [...before, `paste:${input.text}`]);
		if (input.type !== 'key') return;
		const {chord} = input.key;
		setLog((before) => [...before, chord]);
		if (chord === 'f9' && onSuspend !== undefined) void suspendTerminal(onSuspend);
	});
	return createElement(Text, {}, `log ${log.join(' ')}.`);
}

function start(props: {readonly onSuspend?: () => Promise<void>} = {}) {
	const terminal = new FakeTerminal({columns: 60, rows: 4});
	const app = render(createElement(Echo, props), {
		stdin: new InkInput(terminal.stdin) as unknown as NodeJS.ReadStream,
		stdout: createFrameWriter(terminal.stdout),
		debug: true,
		interactive: true,
		alternateScreen: true,
		patchConsole: false,
		exitOnCtrlC: false,
	});
	ends.push(() => {
		app.unmount();
		terminal.dispose();
	});
	return {terminal, app};
}

describe('useKeys', () => {
	it('sets raw mode and bracketed paste, and takes both back', async () => {
		const {terminal, app} = start();
		const pastes = (): boolean => terminal.emulator.terminal.modes.bracketedPasteMode;
		await terminal.waitForScreen('log .');
		expect(terminal.stdin.isRaw).toBe(true);
		// Ink asks for it after the first frame.
		await terminal.waitForScreen(pastes);
		app.unmount();
		await app.waitUntilExit();
		expect(terminal.stdin.isRaw).toBe(false);
		await terminal.waitForScreen(() => !pastes());
		expect(terminal.stdin.listenerCount('data')).toBe(0);
		expect(terminal.stdin.listenerCount('newListener')).toBe(0);
	});

	it('delivers type-ahead of one chunk key by key', async () => {
		const {terminal} = start();
		await terminal.waitForScreen('log .');
		terminal.press('ab\r\u001b[B\u001bOQ');
		await terminal.waitForScreen('log a b enter down f2.');
	});

	it('delivers a paste whole, in its place', async () => {
		const {terminal} = start();
		await terminal.waitForScreen('log .');
		terminal.press('a\u001b[200~two words\u001b[201~b');
		await terminal.waitForScreen('log a paste:two words b.');
	});

	it('delivers Esc by itself, soon', async () => {
		const {terminal} = start();
		await terminal.waitForScreen('log .');
		terminal.press('\u001b');
		await terminal.waitForScreen('log escape.', 1000);
		terminal.press('x');
		await terminal.waitForScreen('log escape x.');
	});

	it('takes no input while another program has the terminal, and all of it afterwards', async () => {
		let seen = '';
		const {terminal} = start({
			onSuspend: async () => {
				expect(terminal.stdin.isRaw).toBe(false);
				expect(terminal.stdin.listenerCount('data')).toBe(0);
				// The other program reads.
				await new Promise<void>((resolve) => {
					terminal.stdin.once('data', (chunk) => {
						seen = String(chunk);
						terminal.stdin.pause();
						resolve();
					});
					terminal.stdin.resume();
				});
			},
		});
		await terminal.waitForScreen('log .');
		terminal.press('\u001b[20~');
		await terminal.waitForScreen((rows) => rows.every((row) => row === ''));
		terminal.press('for the other');
		await terminal.waitForScreen('log f9.');
		expect(seen).toBe('for the other');
		terminal.press('z');
		await terminal.waitForScreen('log f9 z.');
	});
});
