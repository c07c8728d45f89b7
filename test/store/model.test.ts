import fc from 'fast-check';
import {expect, test} from 'vitest';
import {applyChange} from '../../source/domain/apply-change.ts';
import {type Change, invertChange, isEmptyChange, updateUser} from '../../source/domain/change.ts';
import type {Entry} from '../../source/domain/entry.ts';
import {defaultSettings, findUser, type Sheet} from '../../source/domain/sheet.ts';
import type {User} from '../../source/domain/user.ts';
import {plainSeal} from '../../source/store/seal/seal.ts';
import type {Store} from '../../source/store/store.ts';
import {arbitraryChange} from '../domain/arbitrary-sheet.ts';
import {summaryOf} from '../helpers/model-session.ts';
import {done, encrypt, good, makeFolder, open} from './store-folder.ts';

/** What is done next, and by which of two who have the store open. */
type Step = {
	readonly who: 0 | 1;
	readonly what: 'change' | 'undo' | 'checkpoint' | 'reopen' | 'read' | 'backup' | 'passphrase';
	readonly seed: number;
};

const steps = fc.array(
	fc.record<Step>({
		who: fc.constantFrom(0, 1),
		what: fc.constantFrom(
			'change',
			'change',
			'change',
			'change',
			'undo',
			'checkpoint',
			'reopen',
			'read',
			'backup',
			'passphrase',
		),
		seed: fc.integer(),
	}),
	{minLength: 10, maxLength: 30},
);

/** A plain map that knows nothing of files. */
function applyToMap(map: Map<number, User>, change: Change): void {
	for (const user of change.removed) map.delete(user.id);
	for (const update of change.updated) {
		const user = map.get(update.id);
		if (user !== undefined) map.set(update.id, updateUser(user, update));
	}
	for (const user of change.added) map.set(user.id, user);
}

async function play(story: readonly Step[]): Promise<void> {
	const folder = makeFolder();
	let seal = plainSeal;
	const reopen = async (): Promise<Store> => (await open(folder, false, seal)).store;
	const stores: [Store, Store] = [await reopen(), await reopen()];
	const seen: [Sheet, Sheet] = [good(stores[0].read()), good(stores[1].read())];
	const map = new Map<number, User>();
	const made: Entry[] = [];
	const commit = async (who: 0 | 1, change: Change, prefer: 'mine' | 'theirs') => {
		const committed = await done(stores[who].commit(change, seen[who], {prefer}));
		applyToMap(map, committed.change);
		if (committed.entry !== undefined) made.push(committed.entry);
		seen[who] = committed.sheet;
	};
	for (const {who, what, seed} of story) {
		if (what === 'change') {
			const [change] = fc.sample(arbitraryChange(seen[who]), {seed, numRuns: 1});
			if (change !== undefined && !isEmptyChange(change)) await commit(who, change, 'mine');
		} else if (what === 'undo') {
			// Any earlier change, from the history as it is on disk.
			const history = good(await stores[who].entries());
			const entry = history[Math.abs(seed) % Math.max(1, history.length)];
			if (entry !== undefined) await commit(who, invertChange({...entry.change}), 'theirs');
		} else if (what === 'checkpoint') {
			expect(['done', 'nothing']).toContain(await stores[who].checkpoint());
		} else if (what === 'passphrase') {
			for (const store of stores) await store.close();
			seal = await encrypt(folder, seal, seed % 3 === 0 ? undefined : `passphrase ${seed}`);
			stores[0] = await reopen();
			stores[1] = await reopen();
		} else if (what === 'backup') {
			good(await stores[who].backup());
		} else {
			if (what === 'reopen') {
				await stores[who].close();
				stores[who] = await reopen();
			}
			seen[who] = good(stores[who].read());
			expect(seen[who].users).toEqual([...map.values()].sort((a, b) => a.id - b.id));
		}
	}
	const {store, sheet} = await open(folder, false, seal);
	expect(sheet.users).toEqual([...map.values()].sort((a, b) => a.id - b.id));
	expect(sheet.revision).toBe(made.length);
	const history = good(await store.entries());
	expect(history.map(({revision, at}) => ({revision, at}))).toEqual(
		made.map(({revision, at}) => ({revision, at})).reverse(),
	);
	expect(good(await store.history())).toEqual(history.map(summaryOf));
	for (const each of [...stores, store]) await each.close();
}

test('two who change, undo, tidy up and open again in any order always hold what a plain map holds', {
	timeout: 60_000,
}, async () => {
	await fc.assert(fc.asyncProperty(steps, play), {numRuns: 25, endOnFailure: true});
});

test('the map is right itself', () => {
	fc.assert(
		fc.property(fc.integer(), (seed) => {
			const [change] = fc.sample(arbitraryChange({...emptyOf(), nextId: 4}), {seed, numRuns: 1});
			if (change === undefined) return;
			const map = new Map<number, User>();
			applyToMap(map, change);
			const sheet = applyChange(emptyOf(), change);
			expect([...map.values()]).toEqual(sheet.users);
			for (const [id, user] of map) expect(findUser(sheet, id)).toBe(user);
		}),
	);
});

function emptyOf(): Sheet {
	return {
		users: [],
		profiles: [],
		settings: {...defaultSettings, history: {days: 1, entries: 1}, backup: {keep: 1, above: 1}},
		toWithdraw: [],
		nextId: 1,
		revision: 0,
	};
}
