import {writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Message} from '../../source/app/message.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import type {Store} from '../../source/store/store.ts';
import {formatSample} from '../helpers/write-sample.ts';
import {openBenchApp} from './bench-app.ts';
import {type BenchRow, benchRow, timed} from './bench-row.ts';
import type {Built} from './built.ts';
import {expectUsers, longestBlock, pressed} from './longest-block.ts';

const imported = 10_000;
const rounds = 3;

/** Opens a new store with the users of the benchmark. */
export type OpenFilled = () => Promise<{readonly store: Store; readonly sheet: Sheet}>;

/** What is done, and how long it blocked. */
type Block = readonly [name: string, time: number];

/**
 * The longest time for which no key would be served, while the app does what takes longest: on a real store, with
 * drawing; the best of three rounds. The yardstick is one pass over the same users that nobody can avoid who saves them
 * as JSON.
 */
export async function benchBlocking(built: Built, openFilled: OpenFilled): Promise<readonly BenchRow[]> {
	const runs: (readonly Block[])[] = [];
	const yardsticks: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		const {store, sheet} = await openFilled();
		yardsticks.push(timed(() => JSON.stringify(sheet.users)));
		runs.push(await playThrough(built, store, sheet));
	}
	return (runs[0] ?? []).map(([name], index) =>
		benchRow(
			name,
			'ms',
			Math.min(...runs.map((run) => run[index]?.[1] ?? 0)),
			Math.min(...yardsticks),
			'JSON.stringify of the users',
		),
	);
}

async function playThrough(built: Built, store: Store, sheet: Sheet): Promise<readonly Block[]> {
	const file = path.join(path.dirname(store.file), 'import.csv');
	writeFileSync(file, formatSample(imported));
	const app = await openBenchApp(built, {store, sheet});
	const blocks: Block[] = [];
	const measure = async (name: string, messages: readonly Message[]) => {
		blocks.push([name, await longestBlock(app, messages)]);
	};
	// Somebody has worked for a moment: the first frames are slower than all others.
	await longestBlock(app, repeatMessage(30, {type: 'table/move-page', pages: 1}));
	await measure('blocked by: a page down', [{type: 'table/move-page', pages: 1}]);
	await measure('… opening the filter', [pressed('/', '/')]);
	await measure('… its first key', [pressed('a', 'a')]);
	await measure('… its second key', [pressed('n', 'n')]);
	await measure('… taking it away', [pressed('escape')]);
	await measure('… sorting by first name', [pressed('ctrl+o')]);
	await measure('… sorting the other way', [pressed('ctrl+o')]);
	await measure('… sorting no more', [pressed('ctrl+o')]);
	app.runtime.dispatch({type: 'table/move-cursor', rows: 0, columns: 4});
	await measure('… sorting by e-mail address', [pressed('ctrl+o')]);
	await measure('… listing all problems', [{type: 'problems/open'}]);
	await measure('… leaving their list', [{type: 'problems/back'}]);
	await measure('… reading and planning an import', [
		{type: 'import/open'},
		{type: 'input/paste', text: file},
		{type: 'import/read-file'},
	]);
	const before = app.model().sheet.users.length;
	await measure(`… importing ${imported.toLocaleString('en-US')} rows`, [
		{type: 'import/next'},
		// The file may hold people of the sheet.
		{type: 'import/decide-option', key: 'duplicates', value: 'create'},
		{type: 'import/ask-commit'},
		{type: 'confirm/accept'},
	]);
	expectUsers(app, before + imported);
	await measure('… undoing that', [{type: 'undo/take-back'}]);
	expectUsers(app, before);
	await measure('… redoing it', [{type: 'undo/do-again'}]);
	await app.close();
	return blocks;
}

function repeatMessage(count: number, message: Message): readonly Message[] {
	return Array.from({length: count}, () => message);
}
