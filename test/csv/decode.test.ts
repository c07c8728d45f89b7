import {describe, expect, test} from 'vitest';
import {decodeCsv} from '../../source/csv/decode.ts';
import {finishWork} from '../../source/domain/work.ts';

const text = 'ID,Last name,Email address\r\n1,Müller,ann@example.com\r\n';

function encodeUtf16(value: string, littleEndian: boolean, withBom: boolean): Uint8Array {
	const units = [...(withBom ? '\ufeff' : ''), ...value].flatMap((character) =>
		Array.from({length: character.length}, (_, index) => character.charCodeAt(index)),
	);
	return Uint8Array.from(
		units.flatMap((unit) => (littleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
	);
}

function bytesOf(...parts: readonly (string | readonly number[])[]): Uint8Array {
	return Uint8Array.from(
		parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [...part])),
	);
}

describe('rules.md 4: encodings', () => {
	test.each([
		['utf-8', new TextEncoder().encode(text)],
		['utf-8-bom', new TextEncoder().encode(`\ufeff${text}`)],
		['utf-16le', encodeUtf16(text, true, true)],
		['utf-16be', encodeUtf16(text, false, true)],
		['utf-16le', encodeUtf16(text, true, false)],
		['utf-16be', encodeUtf16(text, false, false)],
	])('%s', (encoding, bytes) => {
		expect(finishWork(decodeCsv(bytes))).toEqual({text, encoding});
	});

	test('what is not valid UTF-8 is Windows-1252, with the euro sign and typographic quotes', () => {
		const bytes = bytesOf('Last name\n', [0xe4, 0xf6, 0xfc, 0xdf, 0xe9, 0x80, 0x84, 0x93, 0x96, 0x9f], '\n');
		expect(finishWork(decodeCsv(bytes))).toEqual({text: 'Last name\näöüßé€„“–Ÿ\n', encoding: 'windows-1252'});
	});

	test('Chinese UTF-16 below a Latin header is recognised without BOM', () => {
		const chinese = `Last name,Email address\n${'欧阳小明'.repeat(50)},a@example.com\n`;
		expect(finishWork(decodeCsv(encodeUtf16(chinese, true, false)))).toEqual({
			text: chinese,
			encoding: 'utf-16le',
		});
	});

	test('a NUL or two in a text without a BOM are, too', () => {
		for (const name of ['a\0b', 'Archer\0\0']) {
			const text = `Last name,Email address\n${name},a@x.example\n`;
			expect(finishWork(decodeCsv(bytesOf(text)))).toEqual({text, encoding: 'utf-8'});
		}
	});

	test('a NUL in what calls itself UTF-8 by its BOM is text: an export may hold one', () => {
		expect(finishWork(decodeCsv(bytesOf('\ufeffLast name\na\0b\n')))).toEqual({
			text: 'Last name\na\0b\n',
			encoding: 'utf-8-bom',
		});
	});
});

describe('rules.md 4: a file that is no text is refused in one sentence', () => {
	const workbook = bytesOf([0x50, 0x4b, 3, 4], '[Content_Types].xml', [0, 0], 'xl/workbook.xml', [0]);
	test.each([
		['0 bytes', new Uint8Array(), 'empty-file', /no content/],
		['xlsx', workbook, 'excel-workbook', /Excel workbook/],
		['old xls', bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0]), 'excel-workbook', /Excel workbook/],
		[
			'ods',
			bytesOf([0x50, 0x4b, 3, 4], 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
			'office-document',
			/OpenDocument/,
		],
		['zip', bytesOf([0x50, 0x4b, 3, 4, 0], 'users.csv'), 'binary-file', /zip/],
		['PNG', bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a, 0]), 'binary-file', /PNG/],
		['PDF', bytesOf('%PDF-1.7\n'), 'binary-file', /PDF/],
		['NUL bytes', bytesOf('Last name', [0, 1, 2, 0, 0], 'x'), 'binary-file', /binary/],
		[
			'random bytes',
			Uint8Array.from({length: 600}, (_, index) => 1 + ((index * 89) % 255)),
			'binary-file',
			/binary/,
		],
		['UTF-16 mark before nonsense', bytesOf([0xff, 0xfe, 0, 0, 0, 0]), 'binary-file', /binary/],
	])('%s', (_name, bytes, code, message) => {
		const result = finishWork(decodeCsv(bytes));
		expect(result).toMatchObject({refused: {severity: 'error', code}});
		expect('refused' in result && result.refused.message).toMatch(message);
		expect('refused' in result && result.refused.fix).toBeTruthy();
	});

	test('the advice for a workbook is CSV UTF-8', () => {
		const result = finishWork(decodeCsv(workbook));
		expect('refused' in result && result.refused.fix).toContain('CSV UTF-8');
	});
});
