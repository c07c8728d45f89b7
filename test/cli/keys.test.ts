import {expect, it} from 'vitest';
import {keyNames} from '../../source/app/keymap/keymap.ts';
import {keymaps} from '../../source/app/keymap/keymaps.ts';
import {makeStore} from './run-cli.ts';

it('keys lists what each key does, with either keymap', async () => {
	const {run} = makeStore();
	for (const name of ['sheet', 'vim'] as const) {
		const {out, err, code} = await run(`keys --keys ${name}`);
		expect({err, code}).toEqual({err: '', code: 0});
		const lines = out.split('\n');
		const undo = keyNames(keymaps[name], 'change.undo')[0] ?? '';
		expect(lines.some((line) => line.startsWith(undo) && line.includes('Undo'))).toBe(true);
		expect(lines.includes('Everywhere')).toBe(true);
	}
	expect((await run('keys')).out).toBe((await run('keys --keys sheet')).out);
});
