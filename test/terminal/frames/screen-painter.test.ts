import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {ScreenPainter} from '../../../source/terminal/frames/screen-painter.ts';
import {EmulatedScreen} from '../../helpers/emulated-screen.ts';
import {arbitraryFrames, plainRows} from './arbitrary-frame.ts';

async function show(screen: EmulatedScreen, bytes: string): Promise<void> {
	return new Promise((resolve) => screen.write(bytes, resolve));
}

/** Every cell with its looks, as one string. */
function looks(screen: EmulatedScreen, columns: number, rows: number): readonly string[] {
	return Array.from({length: rows}, (_, row) =>
		Array.from({length: columns}, (_, column) => {
			const {text, width, ...look} = screen.cell(column, row);
			return `${text === '' && width === 1 ? ' ' : text}:${Object.values(look).join(',')}`;
		}).join('|'),
	);
}

const size = {columns: 24, rows: 8};

describe('ScreenPainter', () => {
	it('writes nothing where nothing differs', () => {
		const painter = new ScreenPainter(true);
		expect(painter.paint('one\ntwo', size)).not.toBe('');
		expect(painter.paint('one\ntwo', size)).toBe('');
		expect(painter.paint('one\ntwo   \n', size)).toBe('');
	});

	it.each<[string, string, string, string]>([
		['one character', 'abc\ndef', 'abc\ndXf', '\u001b[2;2HX'],
		['a shorter row', 'abcdefgh', 'ab', '\u001b[1;3H\u001b[K'],
		['a few cells off the end', 'abcd', 'ab', '\u001b[1;3H  '],
		['two cells near each other', 'abcdef', 'XbcYef', '\u001b[HXbcY'],
		['two cells far apart', 'abcdefghijkl', 'XbcdefghijkY', '\u001b[HX\u001b[12GY'],
		['a style', 'abc', 'a\u001b[7mb\u001b[27mc', '\u001b[1;2H\u001b[7mb\u001b[m'],
		['first cells of rows', 'a\nb\nc', 'X\nY\nZ', '\u001b[HX\r\nY\r\nZ'],
		['half a wide character', '中文', '中a', '\u001b[1;3Ha '],
		['a narrow one for a wide one', 'a中', 'ab', '\u001b[1;2Hb '],
	])('changes %s', (_, before, after, bytes) => {
		const painter = new ScreenPainter(true);
		painter.paint(before, size);
		painter.loseCursor();
		expect(painter.paint(after, size)).toBe(bytes);
	});

	it('lets the terminal scroll a block of rows', async () => {
		const tall = {columns: 40, rows: 20};
		const grid = (first: number, cursor: number) =>
			[
				'Number    Name',
				...Array.from({length: 18}, (_, index) => {
					const number = ((first + index) * 7919) % 99_991;
					const line = `${number} ${number.toString(2)} ${number.toString(3)}`;
					return index === cursor ? `\u001b[7m${line}\u001b[27m` : line;
				}),
				`row ${first + cursor}`,
			].join('\n');
		const painter = new ScreenPainter(true);
		const screen = new EmulatedScreen(tall);
		const scrolled: boolean[] = [];
		for (const frame of [
			grid(10, 17),
			grid(11, 17),
			grid(14, 17),
			grid(14, 0),
			grid(13, 0),
			grid(9, 0),
			grid(90, 0),
		]) {
			const bytes = painter.paint(frame, tall);
			await show(screen, bytes);
			expect(screen.rows()).toEqual(plainRows(frame, tall.columns, tall.rows));
			scrolled.push(/\u001b\[\d*[ML]/.test(bytes));
			if (scrolled.length === 2 || scrolled.length === 5) expect(bytes.length).toBeLessThan(150);
		}
		expect(scrolled).toEqual([false, true, true, false, true, true, false]);
	});

	it('writes the last cell of the last row without scrolling', async () => {
		const painter = new ScreenPainter(true);
		const screen = new EmulatedScreen(size);
		const full = Array.from({length: 8}, (_, row) => String(row).repeat(24)).join('\n');
		await show(screen, painter.paint(full, size));
		await show(screen, painter.paint(full.replace(/7$/, 'X'), size));
		expect(screen.rows()).toEqual(plainRows(full.replace(/7$/, 'X'), 24, 8));
	});

	it('takes colours out, and nothing else, without colour', async () => {
		const painter = new ScreenPainter(false);
		const screen = new EmulatedScreen(size);
		const colours = ['31', '92', '38;5;21', '38;2;1;2;3', '41', '103', '48;5;9'];
		const frame = colours.map((code) => `\u001b[${code}ma\u001b[1;7mb\u001b[4;2mc\u001b[m`).join('\n');
		const bytes = painter.paint(frame, size);
		await show(screen, bytes);
		for (const row of colours.keys()) {
			expect(screen.cell(0, row)).toMatchObject({text: 'a', foreground: undefined, background: undefined});
			expect(screen.cell(1, row)).toMatchObject({
				text: 'b',
				bold: true,
				inverse: true,
				foreground: undefined,
			});
			expect(screen.cell(2, row)).toMatchObject({
				text: 'c',
				underline: true,
				dim: true,
				background: undefined,
			});
		}
	});

	it('never hands a control character of a frame to the terminal', async () => {
		const painter = new ScreenPainter(true);
		const bytes = painter.paint('a\u0007b\u001b[2Jc\u009bmd\u001b]0;title\u0007e\tf\rg', {
			columns: 60,
			rows: 2,
		});
		expect(bytes.replace('\u001b[m\u001b[H\u001b[J', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
	});

	it('shows the last frame after any sequence of frames and sizes', async () => {
		const sizes = fc.record({columns: fc.integer({min: 1, max: 30}), rows: fc.integer({min: 1, max: 12})});
		await fc.assert(
			fc.asyncProperty(
				arbitraryFrames(true),
				sizes,
				sizes,
				fc.nat(5),
				async (frames, first, second, turn) => {
					const painter = new ScreenPainter(true);
					const screen = new EmulatedScreen(first);
					for (const [index, frame] of frames.entries()) {
						const now = index < turn ? first : second;
						if (index === turn) screen.resize(second.columns, second.rows);
						await show(screen, painter.paint(frame, now));
						expect(screen.rows()).toEqual(plainRows(frame, now.columns, now.rows));
					}
					// The styles too: as if the frame had been drawn at once.
					const now = frames.length - 1 < turn ? first : second;
					const fresh = new EmulatedScreen(now);
					await show(fresh, new ScreenPainter(true).paint(frames.at(-1) ?? '', now));
					expect(looks(screen, now.columns, now.rows)).toEqual(looks(fresh, now.columns, now.rows));
					screen.dispose();
					fresh.dispose();
				},
			),
			{numRuns: 300},
		);
	}, 60_000);

	it('keeps columns in their place where the terminal takes emoji for narrower or wider', async () => {
		const screen = new EmulatedScreen({...size, modern: false});
		const painter = new ScreenPainter(true);
		const frame = (middle: string) => `a ${middle} b       c\nplain`;
		for (const middle of ['👍', '👩‍👩‍👧', '🇩🇪', '❤️', 'xx']) {
			await show(screen, painter.paint(frame(middle), size));
			expect(screen.cell(5, 0).text).toBe('b');
			expect(screen.cell(13, 0).text).toBe('c');
			expect(screen.rows()[1]).toBe('plain');
		}
		expect(screen.rows()[0]).toBe('a xx b       c');
	});
});
