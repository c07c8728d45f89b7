import type {Message} from '../../source/app/message.ts';
import {openBenchApp} from './bench-app.ts';
import {type BenchRow, benchRow, timed} from './bench-row.ts';
import type {OpenFilled} from './blocking.ts';
import type {Built} from './built.ts';
import {longestBlock, pressed} from './longest-block.ts';

const rounds = 3;

type Blocks = Map<string, number>;

/**
 * The longest time for which no key would be served while 100,000 users are filtered and sorted, with drawing; the best of
 * three rounds. The yardstick is one pass over the users.
 */
export async function benchFilter(built: Built, openFilled: OpenFilled): Promise<readonly BenchRow[]> {
	const {store, sheet} = await openFilled();
	const runs: Blocks[] = [];
	for (let round = 0; round < rounds; round += 1) {
		// Other users each time: what was folded for the search before is not known again.
		const users = sheet.users.map((user) => ({...user}));
		const app = await openBenchApp(built, {store, sheet: {...sheet, users}});
		const blocks: Blocks = new Map();
		const measure = async (name: string, ...messages: readonly Message[]) => {
			blocks.set(name, await longestBlock(app, messages));
		};
		const type = (text: string) => [...text].map((letter) => pressed(letter, letter));
		const expectRows = (isRight: (rows: number) => boolean) => {
			const {rows} = app.model().grid;
			if (!isRight(rows.length)) throw new Error(`${rows.length} rows`);
		};
		await measure('blocked by: opening the filter of 100,000 users', pressed('/', '/'));
		await measure('… its first key', ...type('a'));
		await measure('… its second key', ...type('n'));
		await measure('… a name to the end, at once', ...type('n ben'));
		await measure('… a word that finds few', ...type(' 77'));
		expectRows((rows) => rows < users.length);
		await measure('… going back to all', pressed('escape'));
		await measure('… pin:none -ann', pressed('/', '/'), ...type('pin:none -ann'), pressed('enter'));
		await measure('… sorting what it finds', pressed('ctrl+o'));
		await measure('… taking it away', {type: 'table/clear-filter'});
		expectRows((rows) => rows === users.length);
		await measure('… sorting all', pressed('ctrl+o'));
		await measure('… filtering in that order', pressed('/', '/'), ...type('ben'), pressed('enter'));
		await measure('… taking that away', {type: 'table/clear-filter'});
		await measure('… sorting no more', pressed('ctrl+o'));
		await measure('… problem:', pressed('/', '/'), ...type('problem:'), pressed('enter'));
		await measure(
			'… changed:today',
			pressed('/', '/'),
			pressed('ctrl+u'),
			...type('changed:today'),
			pressed('enter'),
		);
		expectRows((rows) => rows === users.length);
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
