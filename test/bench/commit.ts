import {closeSync, fsyncSync, openSync, readFileSync, writeSync} from 'node:fs';
import path from 'node:path';
import Conf from 'conf';
import type {Sheet} from '../../source/domain/sheet.ts';
import type {Store} from '../../source/store/store.ts';
import {type BenchRow, benchRow, median, timed, timedAsync} from './bench-row.ts';
import type {Built} from './built.ts';

const samples = 25;

/** One changed cell on its way to the disk: the store's whole commit with lock and checks. */
export async function benchCommit(built: Built, store: Store, start: Sheet): Promise<readonly BenchRow[]> {
	const folder = path.dirname(store.file);
	let sheet = start;
	const ours: number[] = [];
	const conf = new Conf<{sheet: Sheet}>({
		cwd: folder,
		configName: 'bare-conf',
		accessPropertiesByDotNotation: false,
	});
	const confs: number[] = [];
	const bare: number[] = [];
	for (let round = 0; round < samples; round += 1) {
		const before = sheet.users[(round * 379) % sheet.users.length];
		if (before === undefined) throw new Error('The sheet is empty');
		const change = built.updateChange('Edit', before, {...before, firstName: `Ann ${round}`});
		ours.push(
			await timedAsync(async () => {
				const answer = await store.commit(change, sheet);
				if ('error' in answer) throw new Error(answer.error.message);
				sheet = answer.sheet;
			}),
		);
		confs.push(timed(() => conf.set('sheet', sheet)));
		const bytes = readFileSync(store.file);
		bare.push(timed(() => writeAndSync(path.join(folder, 'bare-write'), bytes)));
	}
	return [
		benchRow(
			'store commit of one cell',
			'ms',
			median(ours),
			median(confs),
			"conf's own set of the same data",
		),
		benchRow(
			'store commit of one cell',
			'ms',
			median(ours),
			median(bare),
			'write and fsync of the same bytes',
		),
	];
}

function writeAndSync(file: string, bytes: Uint8Array): void {
	const handle = openSync(file, 'w');
	writeSync(handle, bytes);
	fsyncSync(handle);
	closeSync(handle);
}
