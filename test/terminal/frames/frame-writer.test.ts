import fc from 'fast-check';
import {afterEach, describe, expect, it} from 'vitest';
import {createFrameWriter, type FrameWriter} from '../../../source/terminal/frames/frame-writer.ts';
import {FakeTerminal} from '../../helpers/fake-terminal.ts';
import {arbitraryFrames, plainRows} from './arbitrary-frame.ts';

const terminals: FakeTerminal[] = [];

afterEach(() => {
	for (const terminal of terminals.splice(0)) terminal.dispose();
});

function open(size: {readonly columns?: number; readonly rows?: number} = {}) {
	const terminal = new FakeTerminal({columns: 30, rows: 6, ...size});
	terminals.push(terminal);
	return {terminal, writer: createFrameWriter(terminal.stdout)};
}

/** Resolves when all that was written before is with the terminal: Ink's own barrier. */
async function barrier(writer: FrameWriter): Promise<void> {
	return new Promise((resolve, reject) => {
		writer.write('', (error) => (error ? reject(error) : resolve()));
	});
}

async function nextTurn(): Promise<void> {
	return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}

describe('createFrameWriter', () => {
	it('shows frames, and writes nothing for an equal one', async () => {
		const {terminal, writer} = open();
		writer.write('one\ntwo');
		await barrier(writer);
		expect(terminal.screen()).toEqual(['one', 'two', '', '', '', '']);
		terminal.forgetBytes();
		writer.write('one\ntwo');
		await barrier(writer);
		expect(terminal.bytesWritten).toBe(0);
	});

	it('draws only the newest of the frames of one turn, in one write', async () => {
		const {terminal, writer} = open();
		for (const frame of ['one', 'two', 'three']) writer.write(frame);
		expect(terminal.stdout.writes).toEqual([]);
		await nextTurn();
		expect(terminal.stdout.writes).toEqual(['\u001b[m\u001b[H\u001b[Jthree']);
	});

	it('passes control strings on, in their place among the frames', async () => {
		const {terminal, writer} = open();
		writer.write('\u001b[?1049h');
		writer.write('\u001b[?25l');
		writer.write('one');
		writer.write('\u001b[?2004h');
		writer.write('\u001b]52;c;YWJj\u0007\u0007');
		writer.write('two');
		writer.write('\u001b[?2004l');
		await barrier(writer);
		expect(terminal.stdout.writes.join(' ')).toBe(
			[
				'\u001b[?1049h \u001b[?25l \u001b[?25l',
				'\u001b[m\u001b[H\u001b[Jone \u001b[?2004h',
				'\u001b]52;c;YWJj\u0007\u0007',
				'\u001b[Htwo \u001b[?2004l',
			].join(' '),
		);
	});

	it('takes controls before a frame in the same write', async () => {
		const {terminal, writer} = open();
		writer.write('\u001b]52;c;YWJj\u0007one');
		await barrier(writer);
		expect(terminal.stdout.writes).toEqual(['\u001b]52;c;YWJj\u0007', '\u001b[m\u001b[H\u001b[Jone']);
	});

	it('sends what is for the terminal itself between two frames, and nothing to another program', async () => {
		const {terminal, writer} = open();
		writer.write('\u001b[?1049h');
		writer.write('one');
		writer.writeAside('\u001bPtmux;aside\u001b\\');
		writer.write('two');
		await barrier(writer);
		expect(terminal.stdout.writes.slice(-3)).toEqual([
			'\u001b[m\u001b[H\u001b[Jone',
			'\u001bPtmux;aside\u001b\\',
			'\rtwo',
		]);
		writer.write('\u001b[?1049l');
		const {length} = terminal.stdout.writes;
		writer.writeAside('\u0007');
		expect(terminal.stdout.writes.length).toBe(length);
	});

	it('draws nothing on the screen below when the alternate one is left, and anew when it is back', async () => {
		const {terminal, writer} = open();
		terminal.emulator.write('shell$ ');
		writer.write('\u001b[?1049h');
		writer.write('sheet');
		await barrier(writer);
		expect(terminal.screen()[0]).toBe('sheet');
		writer.write('last frame');
		writer.write('\u001b[?1049l');
		writer.write('late frame');
		writer.reset();
		await barrier(writer);
		await nextTurn();
		await terminal.settle();
		expect(terminal.screen()[0]).toBe('shell$');
		writer.write('\u001b[?1049h');
		writer.write('sheet again');
		await barrier(writer);
		expect(terminal.screen()[0]).toBe('sheet again');
		expect(terminal.emulator.terminal.buffer.active.type).toBe('alternate');
	});

	it('starts anew after a resize, tells Ink, and has a size where the terminal has none', async () => {
		const {terminal, writer} = open();
		const sizes: string[] = [];
		writer.on('resize', () => {
			sizes.push(`${writer.columns}x${writer.rows}`);
			writer.write('after');
		});
		writer.write('before\nbefore');
		await barrier(writer);
		terminal.resize(12, 3);
		await barrier(writer);
		expect(sizes).toEqual(['12x3']);
		expect(terminal.screen()).toEqual(['after', '', '']);
		terminal.stdout.columns = 0;
		terminal.stdout.rows = undefined;
		expect([writer.columns, writer.rows]).toEqual([80, 24]);
		expect(writer.isTTY).toBe(true);
	});

	it('repairs a screen that another program wrote to, with the modes as they were', async () => {
		const {terminal, writer} = open();
		writer.write('\u001b[?1049h');
		writer.write('\u001b[?2004h');
		writer.write('sheet');
		await barrier(writer);
		terminal.emulator.write('\u001b[31mnoise\r\nnoise\u001b[?2004l');
		writer.reset();
		await barrier(writer);
		expect(terminal.screen()).toEqual(['sheet', '', '', '', '', '']);
		expect(terminal.cellStyle(0, 0).foreground).toBeUndefined();
		expect(terminal.emulator.terminal.modes.bracketedPasteMode).toBe(true);
	});

	it('keeps only the newest frame for a terminal that takes no more', async () => {
		const {terminal, writer} = open();
		const {stdout} = terminal;
		const realWrite = stdout.write.bind(stdout);
		let taken = 0;
		stdout.write = ((text: string, done?: () => void) => {
			if (text !== '') taken += 1;
			realWrite(text, done);
			return false;
		}) as typeof stdout.write;
		writer.write('one');
		await nextTurn();
		for (let number = 0; number < 50; number += 1) {
			writer.write(`frame ${number}`);
			await nextTurn();
		}
		expect(taken).toBe(1);
		const passed = barrier(writer);
		writer.write('the newest');
		stdout.write = realWrite as typeof stdout.write;
		stdout.emit('drain');
		await passed;
		await barrier(writer);
		expect(stdout.writes.join('')).not.toContain('frame 4 ');
		expect(stdout.writes.length).toBeLessThanOrEqual(3);
		expect(terminal.screen()[0]).toBe('the newest');
	});

	it('ends quietly, and keeps nobody waiting, when the terminal is gone', async () => {
		const {terminal, writer} = open();
		terminal.stdout.write = (() => false) as typeof terminal.stdout.write;
		writer.write('one');
		await nextTurn();
		const waiting = barrier(writer).catch(() => 'ended');
		const closed = new Promise((resolve) => writer.once('close', resolve));
		terminal.stdout.emit('error', new Error('EIO'));
		await closed;
		await waiting;
		expect(writer.destroyed).toBe(true);
		expect(terminal.stdout.listenerCount('resize')).toBe(0);
	});

	it('shows the last frame after any sequence of frames, controls and resizes', async () => {
		const steps = fc.record({
			// An empty string is a barrier.
			frames: arbitraryFrames(false).map((frames) => frames.map((frame) => frame || ' ')),
			columns: fc.integer({min: 2, max: 30}),
			rows: fc.integer({min: 1, max: 8}),
			turn: fc.nat(6),
			wait: fc.boolean(),
		});
		await fc.assert(
			fc.asyncProperty(steps, async ({frames, columns, rows, turn, wait}) => {
				const {terminal, writer} = open();
				writer.write('\u001b[?1049h');
				for (const [index, frame] of frames.entries()) {
					if (index === turn) terminal.resize(columns, rows);
					if (index % 2 === 1) writer.write('\u001b[?2004h');
					writer.write(frame);
					if (wait) await barrier(writer);
				}
				await barrier(writer);
				const {cols, rows: height} = terminal.emulator.terminal;
				expect(terminal.screen()).toEqual(plainRows(frames.at(-1) ?? '', cols, height));
			}),
			{numRuns: 100},
		);
	}, 60_000);
});
