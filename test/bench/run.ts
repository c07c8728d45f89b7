import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {makeSheet} from '../helpers/make-users.ts';
import {type BenchRow, formatTable} from './bench-row.ts';

// React and chalk look at these when they are loaded, so everything that loads them is loaded below.
process.env.NODE_ENV = 'production';
process.env.FORCE_COLOR = '1';

const usual = 10_000;
const [wanted = ''] = process.argv.slice(2);

/** Runs the benchmarks, or those whose name has the word in it, and prints a table. */
const folder = mkdtempSync(path.join(tmpdir(), 'usersheet-bench-'));
try {
	const {loadBuilt} = await import('./built.ts');
	const built = await loadBuilt();
	const openFilled = async (name: string, count = usual) => {
		const opened = await built.openStore({directory: path.join(folder, name), readOnly: false});
		if ('error' in opened) throw new Error(opened.error.message);
		const {users} = makeSheet(count);
		const change = {...built.emptyChange('Fill'), added: users};
		const filled = await opened.store.commit(change, opened.sheet);
		if ('error' in filled) throw new Error(filled.error.message);
		return {store: opened.store, sheet: filled.sheet};
	};
	const benchmarks: Readonly<Record<string, () => Promise<readonly BenchRow[]>>> = {
		keys: async () => {
			const {store, sheet} = await openFilled('keys');
			return (await import('./keys.ts')).benchKeys(built, store, sheet);
		},
		startup: async () => {
			const {store} = await openFilled('startup');
			return (await import('./startup.ts')).benchStartup(store);
		},
		journal: async () => (await import('./journal.ts')).benchJournal(),
		blocking: async () => {
			let round = 0;
			const open = () => {
				round += 1;
				return openFilled(`blocking-${round}`);
			};
			return (await import('./blocking.ts')).benchBlocking(built, open);
		},
		'blocking-filter': async () =>
			(await import('./blocking-filter.ts')).benchFilter(built, () => openFilled('filter', 100_000)),
		'blocking-work': async () =>
			(await import('./blocking-work.ts')).benchWork(built, () => openFilled('work', 100_000)),
		'blocking-bulk': async () => {
			const open = async (round: number) => {
				const opened = await built.openStore({
					directory: path.join(folder, `bulk-${round}`),
					readOnly: false,
				});
				if ('error' in opened) throw new Error(opened.error.message);
				return opened;
			};
			return (await import('./blocking-bulk.ts')).benchBulk(built, open);
		},
		'import-plan': async () => (await import('./import-plan.ts')).benchImportPlan(),
	};
	console.log(`${usual.toLocaleString('en-US')} users, 120×40, Node ${process.versions.node}\n`);
	for (const [name, bench] of Object.entries(benchmarks)) {
		if (!name.includes(wanted)) continue;
		console.log(`${formatTable(await bench())}\n`);
	}
} finally {
	rmSync(folder, {recursive: true, force: true});
}
process.exit();
