import type {Command} from 'commander';
import {keymaps as plainKeymaps} from '../app/keymap/keymaps.ts';
import type {Act} from './act.ts';
import type {Context} from './context.ts';
import {exitCodes} from './exit-code.ts';
import type {GlobalFlags} from './global-flags.ts';
import {printLine, printLines} from './io.ts';
import {formatTextTable} from './text-table.ts';

/** `usersheet keys`. */
export function registerKeys(program: Command, act: Act): void {
	program
		.command('keys')
		.description(
			'show what each key does: those that the sheet would open with, or those of --keys vim or sheet',
		)
		.action(act((context) => runKeys(program.opts<GlobalFlags>().keys, context)));
}

async function runKeys(asked: GlobalFlags['keys'], context: Context): Promise<number> {
	const {io} = context;
	// Loaded only here: no other command needs the commands of the screen.
	const [{chooseKeys}, {listKeys}] = await Promise.all([
		import('./choose-keys.ts'),
		import('./list-keys.ts'),
	]);
	const {keys = 'sheet', keymaps = plainKeymaps} = chooseKeys(context, asked);
	const keymap = keymaps[keys];
	for (const [index, {title, rows}] of listKeys(keymap).entries()) {
		const {lines} = formatTextTable([
			{header: title, cells: rows.map(({names}) => names.join(', '))},
			{header: '', cells: rows.map(({does}) => does)},
		]);
		await printLines(io.stdout, index === 0 ? lines : ['', ...lines]);
	}
	if (keymap.problem !== undefined) printLine(io.stderr, keymap.problem);
	return exitCodes.done;
}
