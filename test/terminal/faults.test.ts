import {describe, expect, it} from 'vitest';
import {makeUsers} from '../helpers/make-users.ts';
import {ptyMissing} from '../helpers/pty.ts';
import {makeFolder} from '../store/store-folder.ts';
import {fillStore, findLeftovers, readStore, startCli} from './start-cli.ts';

const broken = ['--import', new URL('break-drawing.mjs', import.meta.url).href];
const report =
	'usersheet stopped: the segmenter is broken. This is a fault of usersheet; USERSHEET_DEBUG=1 shows where.';

describe.skipIf(ptyMissing !== undefined)(`in a real terminal ${ptyMissing ?? ''}`, () => {
	it('leaves the screen and says so in one line when drawing throws, with exit code 70', async () => {
		const folder = makeFolder();
		await fillStore(
			folder,
			// Of so many not every value is measured: this one is met only where it is drawn.
			makeUsers(1000).map((user) => (user.id === 30 ? {...user, lastName: 'bad ☠'} : user)),
		);
		const pty = startCli({args: ['--store', folder], nodeArgs: broken, columns: 120});
		await pty.waitForScreen('Row 1 of 1,000');
		pty.press('Zoe\r');
		await pty.waitForScreen(/Row 2 of 1,000\b[\s\S]*All saved/);
		pty.press('\u001b[6~');
		expect(await pty.waitForExit()).toEqual({exitCode: 70, signal: undefined});
		expect(findLeftovers(pty)).toEqual([]);
		expect(pty.screen.rows().filter((row) => row !== '')).toEqual([report]);
		expect((await readStore(folder)).users[0]?.firstName).toBe('Zoe');
	});

	it('does the same when the first frame throws', async () => {
		const folder = makeFolder();
		await fillStore(
			folder,
			makeUsers(1).map((user) => ({...user, lastName: 'bad ☠'})),
		);
		const pty = startCli({args: ['--store', folder], nodeArgs: broken, columns: 120});
		expect(await pty.waitForExit()).toEqual({exitCode: 70, signal: undefined});
		expect(findLeftovers(pty)).toEqual([]);
		expect(pty.screen.rows().filter((row) => row !== '')).toEqual([report]);
	});

	it.each([
		['in the loop', '☢'],
		['before it reaches the loop', '☣'],
	])('does the same when a key throws %s', async (_where, key) => {
		const folder = makeFolder();
		await fillStore(folder, makeUsers(1));
		const pty = startCli({args: ['--store', folder], nodeArgs: broken, columns: 120});
		await pty.waitForScreen('Row 1 of 1');
		pty.press(key);
		expect(await pty.waitForExit()).toEqual({exitCode: 70, signal: undefined});
		expect(findLeftovers(pty)).toEqual([]);
		expect(pty.screen.rows().filter((row) => row !== '')).toEqual([report]);
		expect((await readStore(folder)).users.length).toBe(1);
	});
});
