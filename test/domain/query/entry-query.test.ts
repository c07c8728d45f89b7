import {describe, expect, it} from 'vitest';
import type {EntrySummary} from '../../../source/domain/entry.ts';
import {compileQuery, formatQueryProblem} from '../../../source/domain/query/compile-query.ts';
import {entryQueryTable} from '../../../source/domain/query/entry-query.ts';

const counts = {added: 0, updated: 1, removed: 0, profiles: false, settings: false, withdrawn: false};
const entries: readonly EntrySummary[] = [
	{
		revision: 12,
		at: '2026-11-26T08:05:00Z',
		author: {user: 'zoe', name: 'Zoë Müller'},
		origination: {from: 'import', fileName: 'Büro.csv', hash: ''},
		label: 'Import Büro.csv',
		counts,
	},
	{
		revision: 11,
		at: '2026-11-25T08:05:00Z',
		author: {user: 'ann', client: '10.0.0.5'},
		origination: {from: 'grid'},
		label: 'Edit Email address of Bob',
		counts,
	},
];

function find(text: string): readonly number[] | string {
	const table = entryQueryTable({now: '2026-11-26T12:00:00Z', timeZone: 'Europe/Vienna'});
	const query = compileQuery(text, table);
	return 'problem' in query
		? formatQueryProblem(query.problem)
		: entries.filter(query.matches).map(({revision}) => revision);
}

describe('a query about the history', () => {
	it.each([
		['', [12, 11]],
		['mueller', [12]],
		['09:05', [12, 11]],
		['10.0.0.5', [11]],
		['who:ann', [11]],
		['when:today', [12]],
		['no:11-', [12, 11]],
		['from:import', [12]],
		['file:buero', [12]],
		['file:', [11]],
		['what:"Email address"', [11]],
		['-from:grid import', [12]],
		['fill:x', 'At character 1: There is no field "fill". Did you mean "file"?'],
	])('%s', (text, expected) => {
		expect(find(text)).toEqual(expected);
	});
});
