import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {describe, expect, it} from 'vitest';
import {makeUsers} from '../helpers/make-users.ts';
import {ptyMissing} from '../helpers/pty.ts';
import {makeFolder, removeLocks} from '../store/store-folder.ts';
import {fillStore, readStore, startCli} from './start-cli.ts';

const rows = Array.from({length: 3000}, (_, index) => `Archer,user${index}@example.com\n`);

/** Imports a file in the wizard and kills the program at some moment of the writing. */
async function importAndKill(delay: number): Promise<void> {
	const folder = makeFolder();
	const store = path.join(folder, 'store');
	const file = path.join(folder, 'new.csv');
	writeFileSync(file, `Last name,Email address\n${rows.join('')}`);
	await fillStore(store, makeUsers(3));
	const pty = startCli({args: ['--store', store]});
	await pty.waitForScreen('Row 1 of 3');
	pty.press('\u001b[15~');
	await pty.waitForScreen('1 File');
	pty.press(`${file}\r`);
	await pty.waitForScreen('3,000 to create');
	pty.press('\r');
	await pty.waitForScreen('Create 3,000');
	pty.press('\r');
	await pty.waitForScreen('Import 3,000 rows');
	pty.press('y');
	await setTimeout(delay);
	pty.kill('SIGKILL');
	await pty.waitForExit();
	const wasSaved = pty.screen.rows().join('\n').includes('Imported and saved.');
	removeLocks(store);
	const {users, revision} = await readStore(store);
	expect([3, 3003]).toContain(users.length);
	expect(revision).toBe(users.length === 3 ? 1 : 2);
	if (wasSaved) expect(users).toHaveLength(3003);
}

describe.skipIf(ptyMissing !== undefined)(`in a real terminal ${ptyMissing ?? ''}`, () => {
	it('an import that is killed while it is written is there whole or not at all', async () => {
		// Any moment will do: what is verified holds at each.
		await Promise.all([0, 1].map(() => importAndKill(Math.random() * 150)));
	});
});
