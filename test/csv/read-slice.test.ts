import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {CsvRow} from '../../source/csv/import-plan.ts';
import {readSlice, startReading} from '../../source/csv/read-slice.ts';

/** The rows of each slice; `size` is where each slice begins to grow, in characters. */
function readSlices(text: string, size?: number): readonly (readonly CsvRow[])[] {
	const cursor = startReading(text);
	const slices: (readonly CsvRow[])[] = [];
	while (cursor.offset < text.length) {
		if (size !== undefined && slices.at(-1)?.length !== 0) cursor.size = size;
		slices.push(readSlice(text, ',', cursor));
	}
	expect(cursor.offset).toBe(text.length);
	return slices;
}

const broken = fc
	.array(fc.constantFrom('a', '"', '""', '","', ',', ' ', ' "', ', "', '\v', '\n', '\r', '\r\n', '"\r\n'), {
		maxLength: 40,
	})
	.map((parts) => parts.join(''));

test('where a slice ends changes nothing, broken quotes or not', () => {
	fc.assert(
		fc.property(broken, fc.integer({min: 1, max: 30}), (text, size) => {
			expect(readSlices(text, size).flat()).toEqual(readSlices(text).flat());
		}),
		{numRuns: 1000},
	);
});

test('the lines follow each other, and a broken quote takes the end of its line', () => {
	fc.assert(
		fc.property(broken, (text) => {
			const lines = text.split(/\r\n|\r|\n/);
			const rows = readSlices(text).flat();
			const next = rows.slice(1).map(({line}) => line);
			// Each cell by itself: the end of one and the beginning of the next make no line break together.
			const breaks = rows.map(({cells}) => cells.flatMap((cell) => cell.split(/\r\n|\r|\n/).slice(1)).length);
			expect(next).toEqual(rows.slice(0, -1).map(({line}, index) => line + 1 + (breaks[index] ?? 0)));
			for (const {cells, fault} of rows) {
				if (fault?.line !== undefined) expect(lines[fault.line - 1]?.endsWith(cells.at(-1) ?? '')).toBe(true);
			}
		}),
	);
});

describe('records longer than a slice', () => {
	const long = 'x\r\n'.repeat(100_000);
	const short = '2,b\r\n'.repeat(1000);

	test('come alone, and the next slices are short again', () => {
		const cell = 'x\r\n'.repeat(20_000);
		const slices = readSlices(`1,"${cell}","${cell}"\r\n${short}`);
		expect(slices.find((rows) => rows.length > 0)).toEqual([{line: 1, cells: ['1', cell, cell]}]);
		expect(slices.flat()).toHaveLength(1001);
		expect(slices.flat().at(-1)?.line).toBe(40_000 + 1001);
	});

	test('cost one line when their quote is never closed', () => {
		const rows = readSlices(`0,a\r\n1,"b\r\n${long}`).flat();
		expect(rows).toHaveLength(100_002);
		expect(rows[1]).toMatchObject({line: 2, cells: ['1', '"b'], fault: {code: 'unclosed-quote', line: 2}});
		expect(rows.at(-1)).toEqual({line: 100_002, cells: ['x']});
	});
});
