import {describe, expect, it} from 'vitest';
import {makeUsers} from '../helpers/make-users.ts';
import {type Pty, ptyMissing} from '../helpers/pty.ts';
import {makeFolder} from '../store/store-folder.ts';
import {fillStore, startCli} from './start-cli.ts';

/** A sheet on which a marked row and an error, the coloured things, have been on the screen. */
async function showColors(env: Readonly<Record<string, string>>): Promise<Pty> {
	const folder = makeFolder();
	await fillStore(folder, makeUsers(3));
	const pty = startCli({args: ['--store', folder], env});
	await pty.waitForScreen('Row 1 of 3');
	pty.press(' \u001b[B\u001b[C');
	await pty.waitForScreen('Row 2 of 3 · 1 marked');
	pty.press('\u001b[3~');
	await pty.waitForScreen(/^!Nothing was changed/m);
	return pty;
}

const color = /\u001b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m/;
const inverse = /\u001b\[(?:[0-9;]*;)?7(?:;[0-9;]*)?m/;

describe.skipIf(ptyMissing !== undefined)(`in a real terminal ${ptyMissing ?? ''}`, () => {
	it('draws with colours, and with none when NO_COLOR is set, but still with inverse', async () => {
		const colored = await showColors({});
		expect(colored.rawOutput).toMatch(color);
		const plain = await showColors({NO_COLOR: '1'});
		expect(plain.rawOutput).not.toMatch(color);
		expect(plain.rawOutput).toMatch(inverse);
	});

	it('draws cursor and selection in a terminal that chalk does not know', async () => {
		const pty = await showColors({TERM: 'putty'});
		expect(pty.rawOutput).toMatch(inverse);
	});

	it('shows with characters alone where the cursor is: TERM=dumb', async () => {
		const pty = await showColors({TERM: 'dumb'});
		expect(pty.rawOutput).not.toMatch(/\u001b\[[0-9;]+m/);
		const rows = pty.screen.rows();
		expect(rows[2]).toMatch(/^ \* +1 /);
		expect(rows[3]).toMatch(/^> +2 \S+ +\[\S+ *\] /);
		pty.press('\u001b[C');
		await pty.waitForScreen(/^> +2 .*\[100\S* *\]/m);
		pty.press('\u001b[DSmith\u001b[D');
		await pty.waitForScreen(/^> +2 \[\S+ *\] +Smith/m);
	});
});
