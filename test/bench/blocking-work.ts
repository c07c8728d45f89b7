import {writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Message} from '../../source/app/message.ts';
import type {Store} from '../../source/store/store.ts';
import {formatSample} from '../helpers/write-sample.ts';
import {type BenchApp, openBenchApp} from './bench-app.ts';
import {type BenchRow, benchRow, timed} from './bench-row.ts';
import type {OpenFilled} from './blocking.ts';
import type {Built} from './built.ts';
import {longestBlock, pressed} from './longest-block.ts';

const rounds = 2;
const linkTemplate = 'https://deploy.example.com/join?user={ID}';

type Measure = (name: string, ...messages: readonly Message[]) => Promise<void>;

/**
 * The longest time for which no key would be served while 100,000 users are deployed, told their PINs and counted, and while the
 * rows of a file are put right; the best of two rounds.
 */
export async function benchWork(built: Built, openFilled: OpenFilled): Promise<readonly BenchRow[]> {
	const {store, sheet} = await openFilled();
	const runs: Map<string, number>[] = [];
	for (let round = 0; round < rounds; round += 1) {
		// Other users each time: nothing of what was found out about them is known.
		const users = sheet.users.map((user) => ({...user}));
		const profiles = sheet.profiles.map((profile) => ({...profile, linkTemplate}));
		const app = await openBenchApp(built, {store, sheet: {...sheet, users, profiles}});
		const blocks = new Map<string, number>();
		const measure: Measure = async (name, ...messages) => {
			blocks.set(name, await longestBlock(app, messages));
		};
		await playLifeCycle(app, measure);
		await playPreview(app, store, measure);
		await app.close();
		runs.push(blocks);
	}
	const yardstick = timed(() => JSON.stringify(sheet.users));
	return [...(runs[0]?.keys() ?? [])].map((name) =>
		benchRow(
			name,
			'ms',
			Math.min(...runs.map((run) => run.get(name) ?? 0)),
			yardstick,
			'JSON.stringify of 100,000 users',
		),
	);
}

async function playLifeCycle(app: BenchApp, measure: Measure): Promise<void> {
	await measure('blocked by: opening the worklist of 100,000 users', {type: 'worklist/open'});
	await measure('… opening it again', {type: 'worklist/back'}, {type: 'worklist/open'});
	await measure('… opening the profiles', {type: 'worklist/back'}, {type: 'profiles/open'});
	await measure('… counting who must be deployed again', {
		type: 'profiles/set',
		name: 'Default',
		key: 'mbgSipHost',
		value: 'mbg.example.net',
	});
	await measure('… marking all users', {type: 'profiles/back'}, {type: 'table/toggle-all-marks'});
	await measure('… planning messages to all', {type: 'deploy/open'});
	expectScreen(app, 'deploy');
	await measure('… showing all PINs', {type: 'deploy/back'}, {type: 'pins/open'});
	expectScreen(app, 'pins');
	await measure(
		'… planning which of them are told',
		{type: 'table/toggle-all-marks'},
		{type: 'pins/ask-tick', told: true},
	);
	expectScreen(app, 'confirm');
	await measure('… leaving the PINs', {type: 'screen/close'}, {type: 'pins/back'});
	await measure('… marking no user', {type: 'table/clear-marks'});
}

async function playPreview(app: BenchApp, store: Store, measure: Measure): Promise<void> {
	const file = path.join(path.dirname(store.file), 'import.csv');
	writeFileSync(file, formatSample(100_000));
	await measure(
		'… reading and planning an import of 100,000 rows',
		{type: 'import/open'},
		{type: 'input/paste', text: file},
		{type: 'import/read-file'},
	);
	await measure('… opening its preview', {type: 'import/next'});
	await measure('… a tab of it', {type: 'import/move-tab', by: 1});
	await measure('… another tab', {type: 'import/move-tab', by: -1});
	await measure('… filling a cell', {type: 'table/move-cursor', rows: 0, columns: 1}, {type: 'fill/open'});
	expectScreen(app, 'fill');
	await measure('… planning it', ...[...'Zoe'].map((letter) => pressed(letter, letter)), {type: 'fill/plan'});
	await measure('… marking all rows', {type: 'table/toggle-all-marks'});
	await measure(
		'… planning a value for all',
		{type: 'fill/open'},
		...[...'Zoe'].map((letter) => pressed(letter, letter)),
		{type: 'fill/plan'},
	);
	expectScreen(app, 'confirm');
	await measure('… writing it', {type: 'confirm/accept'});
	await measure('… undoing it', {type: 'import/turn-back-fix', way: 'undo'});
}

function expectScreen(app: BenchApp, name: string): void {
	const top = app.model().screens.at(-1)?.name;
	if (top !== name) throw new Error(`${top} is open, and not ${name}: ${app.model().notice?.text}`);
}
