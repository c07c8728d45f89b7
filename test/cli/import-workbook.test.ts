import type {WriteSheet} from 'hucre';
import {writeXlsx} from 'hucre/xlsx';
import {describe, expect, it} from 'vitest';
import {makeStore} from './run-cli.ts';

const header = ['Last name', 'Email address', 'Directory Number', 'Deployment PIN'];
const nord: WriteSheet = {
	name: 'Nord',
	rows: [
		['Users in the north'],
		[],
		header,
		['Müller', 'm@example.com', 2001, '0042'],
		['Sub\nErban', 's@x', '', ''],
	],
};
const süd: WriteSheet = {name: 'Süd', rows: [header, ['Meier', 'x@example.com', '', '']]};

function workbookOf(...sheets: readonly WriteSheet[]): Promise<Uint8Array> {
	return writeXlsx({sheets: [...sheets]});
}

describe('a workbook', () => {
	it('is imported like a CSV file, and its problems name the row of the sheet', async () => {
		const {run} = makeStore();
		const stdin = await workbookOf(nord);
		const {code, out} = await run('import - --partial --json', {stdin});
		expect(code).toBe(3);
		expect(JSON.parse(out)).toMatchObject({
			encoding: 'workbook',
			created: 1,
			rejected: 1,
			problems: expect.arrayContaining([expect.objectContaining({line: 5, column: 'Email address'})]),
		});
		expect((await run('export -')).out).toMatch(/Müller,2001,m@example\.com.*,0042\r\n/);
	});

	it('counts a row as one line although a cell of it has several', async () => {
		const {run} = makeStore();
		const rows = [header, ['A\nB\nC', 'a@example.com', '', ''], ['Bad', 'bad', '', '']];
		const {out} = await run('import - --json', {stdin: await workbookOf({name: 'A', rows})});
		expect(JSON.parse(out).problems).toEqual(
			expect.arrayContaining([expect.objectContaining({line: 3, column: 'Email address'})]),
		);
	});

	it('of several sheets is not read until one is chosen', async () => {
		const {run} = makeStore();
		const stdin = await workbookOf(nord, süd);
		const open = await run('import -', {stdin});
		expect(open.code).toBe(2);
		expect(open.err).toContain('Choose one with --sheet: "Nord", "Süd".');
		const read = await run(['import', '-', '--sheet', 'Süd'], {stdin});
		expect(read.code).toBe(0);
		expect(read.out).toContain('1 row (Excel workbook, sheet "Süd" of 2 sheets)');
	});

	it('that was imported before is known by what its sheet holds', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: await workbookOf(süd)});
		const again = await run(['import', '-', '--sheet', 'Süd', '--duplicates', 'skip', '--json'], {
			stdin: await workbookOf(süd, nord),
		});
		expect(JSON.parse(again.out)).toMatchObject({importedBefore: {revision: 1}, created: 0, skipped: 1});
	});

	it('leaves the sheet as it was where it cannot be read', async () => {
		const {run} = makeStore();
		const bytes = await workbookOf(süd);
		const {code, err} = await run('import -', {stdin: bytes.slice(0, bytes.length - 30)});
		expect(code).toBe(2);
		expect(err).toMatch(/workbook/);
		expect(JSON.parse((await run('list --json')).out)).toEqual([]);
	});

	it('is what --sheet asks for', async () => {
		const {run} = makeStore();
		const {code, err} = await run('import - --sheet Nord', {
			stdin: 'Last name,Email address\nA,a@example.com\n',
		});
		expect(code).toBe(2);
		expect(err).toContain('no Excel workbook');
	});
});
