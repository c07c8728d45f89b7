import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {setImmediate} from 'node:timers/promises';
import type {Message} from '../../source/app/message.ts';
import {type Change, updateOf} from '../../source/domain/change.ts';
import type {FieldKey} from '../../source/domain/field.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import type {User} from '../../source/domain/user.ts';
import type {Store} from '../../source/store/store.ts';
import {formatSample} from '../helpers/write-sample.ts';
import {type BenchApp, openBenchApp} from './bench-app.ts';
import {type BenchRow, benchRow, timed} from './bench-row.ts';
import type {Built} from './built.ts';
import {expectUsers, longestBlock, pressed, watchBlocks} from './longest-block.ts';

const many = 100_000;
const rounds = 2;

type Opened = {readonly store: Store; readonly sheet: Sheet};
/** Opens the store of a round, which is empty at first; each call as another process would. */
type OpenStore = (round: number) => Promise<Opened>;
type Measure = (name: string, messages: readonly Message[]) => Promise<void>;

/**
 * The longest time for which no key would be served while 100,000 users are changed at once, here or by somebody else, and
 * while one moves among them: on a real store, with drawing at 200×60; the best of two rounds.
 */
export async function benchBulk(built: Built, open: OpenStore): Promise<readonly BenchRow[]> {
	const runs: Map<string, number>[] = [];
	const yardsticks: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		const blocks = new Map<string, number>();
		const opened = await open(round);
		const app = await openBenchApp(built, {...opened, size: {columns: 200, rows: 60}});
		const measure: Measure = async (name, messages) => {
			blocks.set(name, await longestBlock(app, messages));
		};
		await playBulk(app, opened.store, measure);
		await playColumns(measure);
		yardsticks.push(timed(() => JSON.stringify(app.model().sheet.users)));
		await playHistory(app, measure);
		await playOthers(app, opened.store, await open(round), blocks);
		await playScope(app, measure);
		await app.close();
		await opened.store.close();
		runs.push(blocks);
	}
	return [...(runs[0]?.keys() ?? [])].map((name) =>
		benchRow(
			name,
			'ms',
			Math.min(...runs.map((run) => run.get(name) ?? 0)),
			Math.min(...yardsticks),
			'JSON.stringify of 100,000 users',
		),
	);
}

/** Import, undo and redo it, and give everybody a PIN. */
async function playBulk(app: BenchApp, store: Store, measure: Measure): Promise<void> {
	const folder = path.dirname(store.file);
	mkdirSync(folder, {recursive: true});
	const file = path.join(folder, 'import.csv');
	writeFileSync(file, formatSample(many));
	await measure('blocked by: reading and planning an import of 100,000 rows', [
		{type: 'import/open'},
		{type: 'input/paste', text: file},
		{type: 'import/read-file'},
	]);
	await measure('… importing them', [
		{type: 'import/next'},
		{type: 'import/ask-commit'},
		{type: 'confirm/accept'},
	]);
	expectUsers(app, many);
	app.runtime.dispatch({type: 'screen/close'});
	await measure('… undoing that', [{type: 'undo/take-back'}]);
	expectUsers(app, 0);
	await measure('… redoing it', [{type: 'undo/do-again'}]);
	expectUsers(app, many);
	// Marks are for the list that has the keys.
	app.runtime.dispatch({type: 'screen/close'});
	await measure('… marking them all', [{type: 'table/toggle-all-marks'}]);
	await measure('… planning one PIN for all', [
		{type: 'pin/open'},
		...[...'270451'].map((digit) => pressed(digit, digit)),
		{type: 'pin/ask'},
	]);
	await measure('… setting it', [{type: 'confirm/accept'}]);
	expectPin(app, '270451');
	await measure('… undoing the PINs', [{type: 'undo/take-back'}]);
	await measure('… redoing the PINs', [{type: 'undo/do-again'}]);
	await measure('… taking the marks away', [{type: 'table/clear-marks'}]);
	expectPin(app, '270451');
}

/** Columns and rows of all these users. */
async function playColumns(measure: Measure): Promise<void> {
	await measure('… a row down', [pressed('down')]);
	await measure('… a column to the right', [pressed('right')]);
	await measure('… a page down', [pressed('pagedown')]);
	await measure('… hiding a column', [{type: 'columns/hide'}]);
	await measure('… showing every column', [{type: 'columns/apply-preset', name: 'Everything'}]);
	await measure('… a column wider', [{type: 'columns/widen', by: 2}]);
	await measure('… sorting by it', [{type: 'table/sort'}, {type: 'table/sort'}, {type: 'table/sort'}]);
	await measure('… columns as they come', [{type: 'columns/apply-preset'}]);
}

/** Everything above as the history has it: six changes of 100,000 users each. */
async function playHistory(app: BenchApp, measure: Measure): Promise<void> {
	await measure('… reading a history of six such changes', [{type: 'history/open'}]);
	await measure('… opening the PINs in it', [pressed('enter'), pressed('pagedown')]);
	await measure('… asking to undo them', [pressed('u')]);
	await measure('… undoing them', [{type: 'confirm/accept'}]);
	await measure('… opening the import in it', [pressed('end'), pressed('enter'), pressed('escape')]);
	await measure('… undoing it from there', [pressed('end'), pressed('u'), {type: 'confirm/accept'}]);
	await measure('… leaving the history and redoing all', [
		pressed('escape'),
		{type: 'undo/take-back'},
		{type: 'undo/take-back'},
	]);
	expectUsers(app, many);
	expectPin(app, '270451');
}

/** What another process does to the same store; its commits themselves are not measured. */
async function playOthers(
	app: BenchApp,
	store: Store,
	other: Opened,
	blocks: Map<string, number>,
): Promise<void> {
	let base = other.sheet;
	const see = async (name: string, change: Change) => {
		const committed = await other.store.commit(change, base);
		if ('error' in committed) throw new Error(committed.error.message);
		base = committed.sheet;
		blocks.set(name, await watchBlocks(app, () => seeNews(app, store, base.revision)));
	};
	const few = base.users.slice(10, 13);
	await see('… seeing that somebody has edited three cells', updateAll(few, {firstName: 'Edited'}));
	await see('… seeing that somebody has removed three users', {
		...updateAll([], {}),
		removed: base.users.slice(10, 13),
	});
	await see('… seeing that somebody has set 100,000 PINs', updateAll(base.users, {deploymentPin: '314159'}));
	await other.store.close();
}

/** Acting on all of them: a range, one value for all, and find and replace. */
async function playScope(app: BenchApp, measure: Measure): Promise<void> {
	const type = (text: string): readonly Message[] => [...text].map((letter) => pressed(letter, letter));
	app.runtime.dispatch({type: 'table/move-to', row: 'first', column: 'first'});
	app.runtime.dispatch({type: 'table/move-cursor', rows: 0, columns: 1});
	await measure('… extending a range over them all', [
		...['ctrl+shift+end', 'shift+up', 'shift+down'].map((chord) => pressed(chord)),
	]);
	await measure('… marking the range', [pressed('space')]);
	await measure('… planning one value for all', [{type: 'fill/open'}, ...type('Zoe'), {type: 'fill/plan'}]);
	await measure('… writing it', [{type: 'confirm/accept'}]);
	expectAll(app, 'firstName', 'Zoe');
	await measure('… undoing it', [{type: 'undo/take-back'}]);
	await measure('… finding a text in all of them', [
		{type: 'replace/open'},
		...type('a'),
		pressed('tab'),
		...type('b'),
		{type: 'replace/search'},
	]);
	await measure('… moving in the list, and taking a line out', [pressed('down'), pressed('space')]);
	await measure('… replacing it', [{type: 'replace/write'}]);
	if (app.model().screens.length > 0) throw new Error('Nothing was replaced');
}

async function seeNews(app: BenchApp, store: Store, revision: number): Promise<void> {
	const stop = store.watch((news) => {
		if ('error' in news) throw new Error(news.error.message);
		app.runtime.dispatch({type: 'store/changed', ...news, timeZone: 'UTC'});
	});
	while (app.model().stored.revision < revision) await setImmediate();
	stop();
}

function updateAll(users: readonly User[], values: Partial<User>): Change {
	const updated = users.map((user) => updateOf(user, {...user, ...values}));
	return {label: `Change ${users.length} users`, added: [], updated, removed: []};
}

function expectPin(app: BenchApp, pin: string): void {
	expectAll(app, 'deploymentPin', pin);
}

function expectAll(app: BenchApp, key: FieldKey, value: string): void {
	const {users} = app.model().sheet;
	if (users.some((user) => user[key] !== value)) throw new Error(`Not everybody has ${value}`);
}
