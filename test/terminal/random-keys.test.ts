import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {storedFields} from '../../source/domain/field-lists.ts';
import {sequences} from '../helpers/key-bytes.ts';
import {makeUsers} from '../helpers/make-users.ts';
import {type Pty, ptyMissing} from '../helpers/pty.ts';
import {createRandom} from '../helpers/random.ts';
import {makeFolder} from '../store/store-folder.ts';
import {fillStore, findLeftovers, readStore, startCli} from './start-cli.ts';

/** How many keys are pressed: more on demand, and from another seed. */
const amount = Number(process.env.USERSHEET_KEYS ?? 1000);
const seed = Number(process.env.USERSHEET_SEED ?? 1);
const secretKeys = storedFields.filter(({kind}) => kind === 'secret').map(({key}) => key);

/** All keys but those that quit: F10, Ctrl+C and Ctrl+Q. */
const keys = [
	...Object.entries(sequences).flatMap(([chord, bytes]) => (chord === 'f10' ? [] : [bytes])),
	...Array.from({length: 26}, (_, index) => String.fromCodePoint(index + 1)).filter(
		(key) => key !== '\u0003' && key !== '\u0011',
	),
	...'aeq019@:/?*,;=+-wuyn',
	'é',
	'中',
	'👩‍💻',
	'\u001b[200~pasted, text\u001b[201~',
	'\u001b[200~a\tb\nc\td\u001b[201~',
	'\u001b[<0;3;4M',
	'\u001b]11;rgb:0000/0000/0000\u0007',
	'import.csv',
];

describe.skipIf(ptyMissing !== undefined)(`random keys in a real terminal ${ptyMissing ?? ''}`, () => {
	it(`${amount} of them neither stop the app nor damage the store, and show no secret`, async () => {
		const folder = makeFolder();
		const cwd = makeFolder();
		writeFileSync(path.join(cwd, 'import.csv'), 'ID,Last name,Email address\n1,Baker,b@x.example\n,Coe,c@\n');
		await fillStore(folder, withSecrets(makeUsers(60)));
		const random = createRandom(seed);
		let pressed = 0;
		// Help and palette can quit too: then it is started again.
		while (pressed < amount) {
			const pty = startCli({args: ['--store', folder], cwd});
			await pty.waitForScreen(/Row \d+ of \d+|It is empty|cut off before/);
			const ended = pty.exit.then(() => true);
			let isOver = false;
			while (!isOver && pressed < amount) {
				const batch = Array.from({length: 40}, () => keys[Math.floor(random() * keys.length)] ?? '');
				pressed += batch.length;
				const before = countDrawn(pty);
				// Ctrl+L draws the whole screen: its answer says that the keys before it have been served.
				pty.press(`${batch.join('')}\u000c`);
				const served = pty.waitForScreen(() => countDrawn(pty) > before, 60_000).then(() => false);
				served.catch(() => {});
				isOver = await Promise.race([ended, served]);
			}
			await quit(pty);
			expect(pty.rawOutput).not.toContain('fault of usersheet');
			expect(pty.rawOutput).not.toMatch(/S3cret/);
			expect(findLeftovers(pty)).toEqual([]);
		}
		const sheet = await readStore(folder);
		expect(sheet.users.map(({id}) => id)).toEqual([...new Set(sheet.users.map(({id}) => id))]);
		for (const file of readdirSync(cwd).filter((name) => statSync(path.join(cwd, name)).isFile()))
			expect(readFileSync(path.join(cwd, file), 'utf8')).not.toMatch(/S3cret/);
	}, 300_000);
});

function withSecrets(users: ReturnType<typeof makeUsers>): ReturnType<typeof makeUsers> {
	return users.map((user) => ({
		...user,
		...Object.fromEntries(secretKeys.map((key) => [key, `S3cret-${key}-${user.id}`])),
	}));
}

/** How often the whole screen was drawn. */
function countDrawn(pty: Pty): number {
	return pty.rawOutput.split('\u001b[H\u001b[J').length;
}

/** Leaves whatever is open, and quits whatever is asked. */
async function quit(pty: Pty): Promise<void> {
	const deadline = Date.now() + 60_000;
	let exitCode: number | undefined;
	void pty.exit.then((exit) => {
		exitCode = exit.exitCode;
	});
	while (exitCode === undefined && Date.now() < deadline) {
		pty.press('\u0011');
		const wasOpen = pty.rawOutput.length;
		await Promise.race([
			pty.exit,
			pty.waitForScreen(() => pty.rawOutput.length > wasOpen, 5000).catch(() => {}),
		]);
		pty.press('y');
	}
	expect(exitCode).toBe(0);
}
