import {deflateRawSync} from 'node:zlib';
import type {WriteSheet} from 'hucre';
import {writeXlsx} from 'hucre/xlsx';
import {describe, expect, it} from 'vitest';
import {measureArchive} from '../../source/files/workbook/measure-archive.ts';
import {isWorkbook, readWorkbook} from '../../source/files/workbook/read-workbook.ts';

const number = (value: number, numFmt: string) => ({value, style: {numFmt}});

async function read(sheets: readonly WriteSheet[], sheet?: string) {
	const answer = await readWorkbook(await writeXlsx({sheets: [...sheets]}), sheet);
	return 'csv' in answer
		? {sheet: answer.sheet, sheets: answer.sheets, text: new TextDecoder().decode(answer.csv)}
		: answer.finding;
}

describe('a workbook', () => {
	it('keeps text cells exactly, and the number of each row', async () => {
		const rows = [
			['ID', 'Deployment PIN', 'Last name'],
			[],
			[null, '0042', ' Müller "Moe"\nzwei '],
			['7', '=1+1', '赵'],
		];
		expect(await read([{name: 'Nord', rows}])).toEqual({
			sheet: 'Nord',
			sheets: ['Nord'],
			text: '"ID","Deployment PIN","Last name"\n\n"","0042"," Müller ""Moe""\nzwei "\n"7","=1+1","赵"\n',
		});
	});

	it.each([
		['a format with zeros', number(42, '0000'), '0042'],
		['a separator of thousands', number(4711, '#,##0'), '4,711'],
		[
			'a date as it is shown',
			{value: new Date(Date.UTC(2024, 2, 1)), style: {numFmt: 'dd.mm.yyyy'}},
			'01.03.2024',
		],
		['a long number without a format', {value: 491234567890}, '491234567890'],
		['15 digits', {value: 123456789012345}, '123456789012345'],
		['a fraction that is not exact', {value: 0.1 + 0.2}, '0.3'],
		['a number with a format for text', number(4711, '@'), '4711'],
		['true', {value: true}, 'TRUE'],
		['the stored value of a formula', {formula: 'A1&"x"', formulaResult: 'IDx'}, 'IDx'],
	])('writes %s', async (_, cell, text) => {
		const cells = new Map([['0,0', cell]]);
		expect(await read([{name: 'A', rows: [['']], cells}])).toMatchObject({text: `"${text}"\n`});
	});

	it('reads the first sheet that is shown, or the named one', async () => {
		const sheets = [
			{name: 'Old', hidden: true, rows: [['old']]},
			{name: 'Nord', rows: [['nord']]},
			{name: 'Süd', rows: [['süd']]},
		];
		expect(await read(sheets)).toMatchObject({sheet: 'Nord', sheets: ['Nord', 'Süd'], text: '"nord"\n'});
		expect(await read(sheets, 'Süd')).toMatchObject({sheet: 'Süd', text: '"süd"\n'});
		expect(await read(sheets, 'Ost')).toMatchObject({code: 'no-sheet', fix: 'It has "Nord", "Süd".'});
	});

	it.each([
		['cut off', (bytes: Uint8Array) => bytes.slice(0, bytes.length - 40)],
		[
			'overwritten in the middle',
			(bytes: Uint8Array) => bytes.map((byte, index) => (index > 40 && index < 900 ? 0x55 : byte)),
		],
		[
			'with a list that points nowhere',
			(bytes: Uint8Array) =>
				bytes.map((byte, index) => (index >= bytes.length - 6 && index < bytes.length - 2 ? 0xee : byte)),
		],
	])('that is %s is refused in a sentence', async (_, damage) => {
		const bytes = await writeXlsx({sheets: [{name: 'A', rows: [['x']]}]});
		expect(await readWorkbook(damage(bytes), undefined)).toMatchObject({finding: {code: 'workbook-damaged'}});
	});

	it('with a password is refused', async () => {
		const bytes = await writeXlsx({
			sheets: [{name: 'A', rows: [['x']]}],
			encryption: {password: 'secret', spinCount: 1000},
		});
		expect(isWorkbook(bytes)).toBe(false);
	});

	it('stops when it is not wanted any more', async () => {
		const stop = new AbortController();
		const reading = readWorkbook(
			await writeXlsx({sheets: [{name: 'A', rows: [['x']]}]}),
			undefined,
			stop.signal,
		);
		stop.abort(new Error('enough'));
		await expect(reading).rejects.toThrow('enough');
	});
});

describe('the size of an archive', () => {
	it('is what its members unpack to', async () => {
		const bytes = await writeXlsx({sheets: [{name: 'A', rows: [['x']]}]});
		const archive = measureArchive(bytes, 1_000_000);
		expect(archive).toMatchObject({
			names: expect.arrayContaining(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']),
		});
		expect(measureArchive(bytes, 1000)).toBe('too-large');
	});

	it('is found where the archive says that it is small', () => {
		expect(
			measureArchive(zipOf('xl/workbook.xml', deflateRawSync(Buffer.alloc(10_000_000)), 10), 1_000_000),
		).toBe('too-large');
	});
});

/** An archive with one member, and the size that it says. */
function zipOf(name: string, packed: Uint8Array, size: number): Uint8Array {
	const local = Buffer.alloc(30);
	local.writeUInt32LE(0x04034b50, 0);
	local.writeUInt16LE(8, 8);
	local.writeUInt32LE(packed.length, 18);
	local.writeUInt32LE(size, 22);
	local.writeUInt16LE(name.length, 26);
	const entry = Buffer.alloc(46);
	entry.writeUInt32LE(0x02014b50, 0);
	entry.writeUInt16LE(8, 10);
	entry.writeUInt32LE(packed.length, 20);
	entry.writeUInt32LE(size, 24);
	entry.writeUInt16LE(name.length, 28);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(1, 10);
	end.writeUInt32LE(entry.length + name.length, 12);
	end.writeUInt32LE(local.length + name.length + packed.length, 16);
	return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}
