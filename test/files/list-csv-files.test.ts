import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {listCsvFiles} from '../../source/files/list-csv-files.ts';
import {locateFile} from '../../source/files/locate-file.ts';
import {makeFolder} from '../cli/run-cli.ts';

const composed = 'Zürich';
const decomposed = composed.normalize('NFD');

it.each([
	['composed', 'decomposed', composed, decomposed],
	['decomposed', 'composed', decomposed, composed],
])('finds what was typed %s and is on the disk %s', async (_typed, _disk, typed, onDisk) => {
	const folder = makeFolder();
	mkdirSync(join(folder, onDisk));
	const file = join(folder, onDisk, `${onDisk}.csv`);
	writeFileSync(file, 'ID\n');
	expect(await locateFile(join(folder, typed, `${typed}.csv`))).toBe(file);
	const listed = await listCsvFiles(join(folder, typed, typed.slice(0, -3).toUpperCase()));
	expect(listed.map(({path}) => path.normalize())).toEqual([
		join(folder, composed, `${composed}.csv`).normalize(),
	]);
	expect(await locateFile(listed[0]?.path ?? '')).toBe(file);
});

it('leaves a path alone that is there as it is, or nowhere', async () => {
	const folder = makeFolder();
	for (const name of [composed, decomposed]) writeFileSync(join(folder, `${name}.csv`), 'ID\n');
	for (const name of [composed, decomposed, 'Zurich', 'no/such/ü']) {
		const file = join(folder, `${name}.csv`);
		expect(await locateFile(file)).toBe(file);
	}
	expect(await locateFile('nowhere.csv')).toBe('nowhere.csv');
});

it('lists CSV files and workbooks, rejected rows first', async () => {
	const folder = makeFolder();
	for (const name of ['a.csv', 'b.TSV', 'c.txt', 'd.xlsx', 'd-rejects.csv', 'e.xlsm', 'f.xls', 'g.pdf'])
		writeFileSync(join(folder, name), '');
	const listed = await listCsvFiles(`${folder}/`);
	expect(listed.map(({path}) => path.slice(folder.length + 1))).toEqual([
		'd-rejects.csv',
		'a.csv',
		'b.TSV',
		'c.txt',
		'd.xlsx',
		'e.xlsm',
	]);
});
