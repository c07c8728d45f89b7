import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {emptyChange, updateOf} from '../../source/domain/change.ts';
import type {EntrySummary} from '../../source/domain/entry.ts';
import {formatLine} from '../../source/store/seal/checked-line.ts';
import {plainSeal, type Seal, sealerFor} from '../../source/store/seal/seal.ts';
import type {Store} from '../../source/store/store.ts';
import {makeUsers} from '../helpers/make-users.ts';
import {summaryOf} from '../helpers/model-session.ts';
import {bad, done, encrypt, good, makeFolder, open} from './store-folder.ts';

/** A history of small and large changes; `tidy` archives the first ones of them. */
async function makeHistory(makeSeal: (folder: string) => Promise<Seal>, tidy: boolean) {
	const folder = makeFolder();
	const seal = await makeSeal(folder);
	const {store, sheet} = await open(folder, false, seal);
	const commit = async (change: Parameters<Store['commit']>[0], base: typeof sheet) =>
		(await done(store.commit(change, base))).sheet;
	// Without a copy before each of the large ones, which are of more than a line.
	const settings = {...sheet.settings, backup: {keep: 10, above: 1000}};
	const switched = await commit({...emptyChange('Switch'), settings: [sheet.settings, settings]}, sheet);
	const crowd = await commit({...emptyChange('Add'), added: makeUsers(600)}, switched);
	if (tidy) await store.checkpoint();
	const updated = crowd.users.map((user) => updateOf(user, {...user, deploymentPin: `00${user.id}`}));
	const given = await commit({...emptyChange('Give'), updated}, crowd);
	const few = await commit({...emptyChange('Delete'), removed: given.users.slice(3)}, given);
	await commit({...emptyChange('Delete one'), removed: few.users.slice(0, 1)}, few);
	return {store, journal: path.join(folder, 'journal.jsonl')};
}

const plain = async () => plainSeal;

/** Writes some lines of a plain journal anew. */
function rewrite(journal: string, edit: (json: string) => string): void {
	const [head, ...lines] = readFileSync(journal, 'utf8').trimEnd().split('\n');
	const jsons = lines.map((line) => edit(line.slice(line.indexOf('{'))));
	const sealer = sealerFor(plainSeal, 'journal');
	writeFileSync(
		journal,
		Buffer.concat([Buffer.from(`${head}\n`), ...jsons.map((json) => formatLine(json, sealer))]),
	);
}

const labelsOf = (summaries: readonly EntrySummary[]) => summaries.map(({label}) => label);

test('only what came about in one way is read, wherever users bear its words', async () => {
	const folder = makeFolder();
	const {store, sheet} = await open(folder, false, plainSeal);
	const tricky = makeUsers(600).map((user) => ({...user, firstName: '"from":"import"'}));
	const base = (await done(store.commit({...emptyChange('Add'), added: tricky}, sheet))).sheet;
	const counts = {unchanged: 1, skipped: 2, leftOut: 3, rejected: 4, fixedCells: 5};
	const origination = {from: 'import', fileName: 'a.csv', hash: 'abc', counts} as const;
	const large = makeUsers(1200).slice(600);
	const imported = await done(store.commit({...emptyChange('Import'), added: large}, base, {origination}));
	const removed = imported.sheet.users.slice(600);
	await done(store.commit({...emptyChange('Undo'), removed}, imported.sheet, {origination: {from: 'undo'}}));
	const found = good(await store.history({from: ['import']}));
	expect(labelsOf(found)).toEqual(['Import']);
	expect(found[0]?.origination).toEqual(origination);
	expect(labelsOf(good(await store.history({from: ['import', 'undo']})))).toEqual(['Undo', 'Import']);
	expect(labelsOf(good(await store.history({from: ['restore']})))).toEqual([]);
});

describe.each([
	['plain', plain],
	['encrypted', (folder: string) => encrypt(folder, plainSeal, 'correct horse')],
] as const)('the list of a history (%s)', (_, makeSeal) => {
	test('says what was done, counted, and each entry can be read whole', async () => {
		const {store} = await makeHistory(makeSeal, true);
		const entries = good(await store.entries());
		const summaries = good(await store.history());
		expect(summaries).toEqual(entries.map(summaryOf));
		expect(summaries.map(({counts: {added, updated, removed}}) => [added, updated, removed])).toEqual([
			[0, 0, 1],
			[0, 0, 597],
			[0, 600, 0],
			[600, 0, 0],
			[0, 0, 0],
		]);
		for (const [index, summary] of summaries.entries()) {
			expect(good(await store.entry(summary))).toEqual(entries[index]);
		}
		expect(labelsOf(good(await store.history({after: 3})))).toEqual(['Delete one', 'Delete']);
		const [, , given] = summaries;
		const lastById = good(await store.lastChanges());
		expect(lastById.size).toBe(600);
		expect(new Set(lastById.values())).toEqual(new Set([given?.at]));
		expect(labelsOf(good(await store.history({limit: 2, before: 5})))).toEqual(['Delete', 'Give']);
	});
});

test('the list of an encrypted history leaves out what has a damaged line, and nothing else', async () => {
	const {store, journal} = await makeHistory((folder) => encrypt(folder, plainSeal, 'correct horse'), false);
	const lines = readFileSync(journal, 'utf8').split('\n');
	// Header, Switch, Add in three parts, and Give in as many: the second one of its parts.
	const damaged = lines.map((line, index) =>
		index === 7 ? line.replace('"sealed":"', '"sealed":"A') : line,
	);
	writeFileSync(journal, damaged.join('\n'));
	expect(labelsOf(good(await store.history()))).toEqual(['Delete one', 'Delete', 'Add', 'Switch']);
	expect(good(await store.entries()).map(({change}) => change.label)).toEqual(
		labelsOf(good(await store.history())),
	);
});

test('the history is not empty, but asks for a new start, when somebody has set a passphrase', async () => {
	const folder = makeFolder();
	const {store, sheet} = await open(folder);
	await done(store.commit({...emptyChange('Add'), added: makeUsers(1)}, sheet));
	await encrypt(folder, plainSeal, 'correct horse');
	expect(bad(await store.history()).message).toContain('start usersheet again');
});

describe('the list of a history', () => {
	test('counts what was written before entries said how many users they have', async () => {
		const {store, journal} = await makeHistory(plain, false);
		const before = good(await store.history());
		rewrite(journal, (json) => json.replace(/,"counts":\[[\d,]+\]/u, ''));
		expect(readFileSync(journal, 'utf8')).not.toContain('"counts"');
		expect(good(await store.history())).toEqual(before);
	});

	test.each<readonly [string, (lines: readonly string[]) => readonly string[], number]>([
		['nothing', (lines) => lines, 0],
		['a letter in an entry', (lines) => lines.with(1, (lines[1] ?? '').replace('Switch', 'Swatch')), 1],
		['zeros in place of a line', (lines) => lines.with(1, '\0'.repeat(40)), 1],
		['a letter in a part', (lines) => lines.with(6, (lines[6] ?? '').replace('"part"', '"pert"')), 1],
		['a part that is missing', (lines) => lines.toSpliced(6, 1), 1],
		['an end that a crash has cut off', (lines) => lines.with(-1, '12345678 90 {"rev'), 0],
		['two of it', (lines) => lines.with(1, 'x').with(-2, 'x'), 2],
	])('tells how many of its lines cannot be read: %s', async (_, damage, count) => {
		const {store, journal} = await makeHistory(plain, false);
		const whole = good(await store.history()).length;
		writeFileSync(journal, damage(readFileSync(journal, 'utf8').split('\n')).join('\n'));
		for (const read of [store.history, store.entries]) {
			const told: string[] = [];
			expect(good(await read({onRemark: (text) => told.push(text)}))).toHaveLength(whole - count);
			const sentence = expect.stringMatching(
				new RegExp(`^${count} lines? of ${journal} cannot be read`, 'u'),
			);
			expect(told).toEqual(count === 0 ? [] : [sentence]);
		}
	});

	test('leaves out what is damaged, or has lines that belong to another change', async () => {
		const {store, journal} = await makeHistory(plain, false);
		const [, , give] = good(await store.history());
		if (give === undefined) throw new Error('No third entry');
		const whole = readFileSync(journal, 'utf8');
		for (const damaged of [
			whole.replace(/"part":2,"revision":3,"updated":\[\[/u, '$&9'),
			whole.replace(/^.*"part":2,"revision":3.*\n/mu, ''),
		]) {
			expect(damaged).not.toBe(whole);
			writeFileSync(journal, damaged);
			expect(labelsOf(good(await store.history()))).toEqual(['Delete one', 'Delete', 'Add', 'Switch']);
			expect(bad(await store.entry(give))).toMatchObject({
				kind: 'unreadable',
				message: expect.stringMatching(/^Change 3 cannot be read any more: .*usersheet doctor/u),
			});
		}
	});
});
