import {describe, expect, it} from 'vitest';
import {makeUsers} from '../helpers/make-users.ts';
import {ptyMissing} from '../helpers/pty.ts';
import {makeFolder} from '../store/store-folder.ts';
import {fillStore, readStore, startCli} from './start-cli.ts';

describe.skipIf(ptyMissing !== undefined)(`Vim keys in a real terminal ${ptyMissing ?? ''}`, () => {
	it('are offered, remembered for the account, and left with a flag', async () => {
		const folder = makeFolder();
		const env = {XDG_CONFIG_HOME: makeFolder()};
		await fillStore(folder, makeUsers(5));
		const before = (await readStore(folder)).users;
		const start = async (...args: readonly string[]) => {
			const pty = startCli({args: ['--store', folder, ...args], env});
			await pty.waitForScreen('Row 1 of 5');
			return pty;
		};
		const first = await start();
		first.press('jj');
		await first.waitForScreen(/ jj/);
		first.press('\u001b');
		await first.waitForScreen('Use Vim keys here?');
		first.press('y');
		await first.waitForScreen('i edits');
		first.press('\u0011');
		expect((await first.waitForExit()).exitCode).toBe(0);

		const second = await start();
		second.press('2');
		await second.waitForScreen('2-');
		second.press('j');
		await second.waitForScreen('Row 3 of 5');
		second.press('gg');
		await second.waitForScreen('Row 1 of 5');
		second.press('\u0011');
		await second.waitForExit();

		const third = await start('--keys', 'sheet');
		third.press('j\u001b');
		await third.waitForScreen('Esc-');
		third.press('\u0011');
		expect((await third.waitForExit()).exitCode).toBe(0);
		expect((await readStore(folder)).users).toEqual(before);
	});
});
