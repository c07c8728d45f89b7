import {existsSync, readdirSync, utimesSync} from 'node:fs';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {emptyChange, updateChange} from '../../source/domain/change.ts';
import {findUser} from '../../source/domain/sheet.ts';
import {makeUsers} from '../helpers/make-users.ts';
import {startWriter} from './start-writer.ts';
import {done, makeFolder, open} from './store-folder.ts';

const kills = 10;

/** As if the time after which a lock counts as left behind had passed. */
function age(lock: string): void {
	const longAgo = new Date(Date.now() - 60_000);
	if (existsSync(lock)) utimesSync(lock, longAgo, longAgo);
}

/** Kills one writer after the other on one store, and looks after each what is there. */
async function killWriters(directory: string): Promise<void> {
	const lock = path.join(directory, 'users.json.lock');
	const {store, sheet} = await open(directory);
	// Enough users for the writing to take a while, and to be hit.
	const crowd = makeUsers(1000);
	await done(store.commit({...emptyChange('Crowd'), added: crowd}, sheet));
	for (let kill = 0; kill < kills; kill += 1) {
		const name = `kill${kill}`;
		const writer = startWriter({directory, name, field: 4, commits: 0});
		await writer.ready;
		writer.begin();
		await writer.reach(2);
		// Any moment of the next commits.
		await setTimeout(Math.random() * 12);
		writer.process.kill('SIGKILL');
		const lines = await writer.ended;
		expect(lines.length).toBeGreaterThanOrEqual(2);

		const now = (await open(directory)).sheet;
		for (const [index, {ids = [], error}] of lines.entries()) {
			expect(error).toBeUndefined();
			expect(ids).toHaveLength(2);
			for (const id of ids) expect(findUser(now, id)?.lastName).toBe(`${name}-${index}`);
		}
		// At most the one commit that it could not report any more is there as well, and whole.
		const made = now.users.filter((user) => user.lastName.startsWith(`${name}-`)).length;
		expect([lines.length * 2, lines.length * 2 + 2]).toContain(made);
		expect(Number(findUser(now, 1)?.email)).toBe(made / 2 - 1);
		expect(now.users.filter((user) => user.id <= crowd.length)).toHaveLength(crowd.length);
		age(lock);
	}
	const survivor = await open(directory);
	const [ann] = survivor.sheet.users;
	if (ann === undefined) throw new Error('nobody is left');
	await done(survivor.store.commit(updateChange('Edit', ann, {...ann, email: 'done'}), survivor.sheet));
	expect(readdirSync(directory).sort()).toEqual(['journal.jsonl', 'users.json']);
}

test('a writer that is killed again and again leaves a store with every change that it reported', {
	timeout: 60_000,
}, async () => {
	// Two stores side by side, to use both processors.
	await Promise.all([makeFolder(), makeFolder()].map(killWriters));
});
