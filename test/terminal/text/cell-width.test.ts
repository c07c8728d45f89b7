import {afterEach, describe, expect, it} from 'vitest';
import {createFrameWriter} from '../../../source/terminal/frames/frame-writer.ts';
import {graphemeWidth, setTextMode, textModeOf} from '../../../source/terminal/text/cell-width.ts';
import {fitText, textWidth} from '../../../source/terminal/text/text-width.ts';
import {FakeTerminal} from '../../helpers/fake-terminal.ts';

const terminals: FakeTerminal[] = [];

afterEach(() => {
	setTextMode({isAmbiguousWide: false, isAscii: false});
	for (const terminal of terminals.splice(0)) terminal.dispose();
});

/** The last of these frames, on a terminal of today or of ten years ago. */
async function draw(frames: readonly string[], modern = true): Promise<readonly string[]> {
	const terminal = new FakeTerminal({columns: 60, rows: 4, modern});
	terminals.push(terminal);
	const writer = createFrameWriter(terminal.stdout);
	for (const frame of frames) {
		writer.write(frame);
		await new Promise((resolve) => writer.write('', resolve));
	}
	return terminal.screen();
}

describe('a grapheme', () => {
	it.each([
		['a', 1],
		['é', 1],
		['e\u0301', 1],
		['中', 2],
		['👩‍💻', 2],
		['한', 2],
		['\u1112\u1161\u11ab', 2],
		['ที่', 1],
		['กำ', 2],
		['น้ำ', 2],
		['हि', 2],
		['क्षि', 3],
		['ខ្មែ', 3],
	])('%j takes %i cells', (text, width) => {
		expect(graphemeWidth(text)).toBe(width);
	});
});

describe.each([
	['today', true],
	['ten years ago', false],
])('on a terminal of %s', (_, modern) => {
	const names = ['น้ำทิพย์ กำลังใจ', 'ญี่ปุ่น', 'हिन्दी शर्मा', 'क्षितिज की', 'நிலா கொடி', 'ខ្មែរ', 'ກຳ ນ້ຳ', 'বাংলা'];

	it.each(names)('%s keeps all its vowels, whatever is drawn beside it', async (name) => {
		const row = (cursor: string, after: string): string => `${cursor} ${fitText(name, 24)} ${after}`;
		const frames = [
			row(' ', 'one'),
			row('>', 'two'),
			row('>', 'three'),
			`x\n${row(' ', 'one')}`,
			row(' ', '2'),
		];
		for (let count = 1; count <= frames.length; count += 1) {
			const screen = (await draw(frames.slice(0, count), modern)).join('\n');
			const shown = screen.replaceAll(/\s/g, '');
			expect(shown).toContain(name.replaceAll(' ', ''));
			expect(shown).toMatch(/(?:one|two|three|2)$/);
		}
	});
});

describe('in ASCII', () => {
	it('signs are drawn as others of one cell, and letters stay', async () => {
		setTextMode({isAmbiguousWide: false, isAscii: true});
		const frame = `┌──┐ Müller → ${fitText('Featherstonehaugh', 6)} · 80×24 › “x” ␛`;
		expect(await draw([frame])).toEqual(['+--+ Müller > Feath~ - 80x24 > "x" ?', '', '', '']);
		expect(textWidth('→ … ·')).toBe(5);
	});
});

describe('where ambiguous characters are wide', () => {
	it('they take two cells, and signs are drawn in ASCII', async () => {
		setTextMode({isAmbiguousWide: true, isAscii: false});
		expect([textWidth('é'), textWidth('Жук'), textWidth('→'), textWidth('…'), textWidth('abc')]).toEqual([
			2, 6, 1, 1, 3,
		]);
		expect(fitText('Zoé', 6)).toBe('Zoé  ');
		expect(fitText('Жуков', 6)).toBe('Жу …');
		expect((await draw(['a → b · c…']))[0]).toBe('a > b - c~');
	});
});

it('is what the environment says', () => {
	expect(textModeOf({})).toEqual({isAscii: false, isAmbiguousWide: false});
	expect(textModeOf({USERSHEET_ASCII: '1', USERSHEET_WIDE: '0'})).toEqual({
		isAscii: true,
		isAmbiguousWide: false,
	});
	expect(textModeOf({USERSHEET_ASCII: '', USERSHEET_WIDE: '1'})).toEqual({
		isAscii: false,
		isAmbiguousWide: true,
	});
});
