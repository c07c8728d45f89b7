import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {openStore} from '../../source/store/open-store.ts';
import {isStoreError} from '../../source/store/store-error.ts';
import {createRandom} from '../helpers/random.ts';
import {makeFolder} from './store-folder.ts';

/** `all` tries every call; else so many, from a seed. */
const wanted = process.env.USERSHEET_FAULTS ?? '10';
const seed = Number(process.env.USERSHEET_SEED ?? 1);
const cli = fileURLToPath(new URL('../../source/cli.ts', import.meta.url));
const missing = spawnSync('strace', ['-V']).error === undefined ? undefined : 'skipped: strace is not here';

/** System calls on the files of the store while a user is added, and how often each is made at the most. */
const calls = {
	openat: 5,
	read: 3,
	pread64: 2,
	write: 4,
	pwrite64: 1,
	fsync: 3,
	fdatasync: 2,
	ftruncate: 1,
	mkdir: 2,
	rmdir: 1,
	rename: 2,
	unlink: 1,
	close: 3,
	getdents64: 1,
	utimensat: 1,
	statx: 12,
};
const faults = ['error=EIO', 'error=ENOSPC', 'error=EACCES', 'signal=SIGKILL'];
const places = ['a new store', 'a store'] as const;
const every = places.flatMap((place) =>
	Object.entries(calls).flatMap(([call, times]) =>
		faults.flatMap((fault) =>
			Array.from({length: times}, (_, index) => [fault, call, index + 1, place] as const),
		),
	),
);
const random = createRandom(seed);
const tried =
	wanted === 'all'
		? every
		: every
				.map((one) => ({one, order: random()}))
				.sort((a, b) => a.order - b.order)
				.slice(0, Number(wanted))
				.map(({one}) => one);

describe.skipIf(missing !== undefined)(`a system call that fails ${missing ?? ''}`, () => {
	it.each(tried)(
		'loses nothing and reports nothing that is not so: %s in %s, number %i, on %s',
		async (...how) => {
			const [fault, call, when, place] = how;
			const directory = path.join(makeFolder(), 'store');
			if (place === 'a store') expect(add(directory, 'Archer').status).toBe(0);
			const before = place === 'a store' ? ['Archer'] : [];
			const {status, signal, stderr} = add(directory, 'Baker', `${call}:${fault}:when=${when}`);
			expect(stderr).not.toMatch(/fault of usersheet|^\s+at /m);
			if (signal === null && status !== 0) expect(stderr).toMatch(/\S/);
			const names = await readNames(directory);
			const isDone = names.includes('Baker');
			expect(names).toEqual(isDone ? [...before, 'Baker'] : before);
			if (status === 0 || status === 5) expect(isDone).toBe(true);
			expect(add(directory, 'Coe').status).toBe(0);
			expect(await readNames(directory)).toEqual([...names, 'Coe']);
		},
	);
});

function add(directory: string, name: string, inject?: string): ReturnType<typeof runStrace> {
	const command = [cli, '--store', directory, 'add', '--last-name', name, '--email', `${name}@example.com`];
	return runStrace(directory, command, inject);
}

function runStrace(directory: string, command: readonly string[], inject: string | undefined) {
	const files = ['', 'users.json', 'users.json.next', 'users.json.lock', 'journal.jsonl', 'history.jsonl'];
	const watched = files.flatMap((file) => ['-P', path.join(directory, file)]);
	const strace = ['strace', '-f', '-qq', '-o', '/dev/null', ...watched, '-e', `inject=${inject}`];
	const [program = '', ...args] = [...(inject === undefined ? [] : strace), process.execPath, ...command];
	return spawnSync(program, args, {
		encoding: 'utf8',
		timeout: 60_000,
		env: {PATH: process.env.PATH, HOME: path.dirname(directory)},
	});
}

async function readNames(directory: string): Promise<readonly string[]> {
	const opened = await openStore({directory, readOnly: true});
	if (isStoreError(opened)) throw new Error(opened.error.message);
	await opened.store.close();
	const {users} = opened.sheet;
	expect(users.map(({id}) => id)).toEqual([...new Set(users.map(({id}) => id))]);
	return users.map(({lastName}) => lastName);
}
