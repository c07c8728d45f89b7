import {spawnSync} from 'node:child_process';
import {appendFileSync, writeFileSync} from 'node:fs';
import {open, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {inFileLane} from '../../source/files/file-lanes.ts';
import {readNamedFile} from '../../source/files/read-file.ts';
import {writeFileWhole} from '../../source/files/write-file.ts';
import {makeFolder} from '../cli/run-cli.ts';

const most = 1024;

function makePipe(): string {
	const pipe = join(makeFolder(), 'pipe');
	spawnSync('mkfifo', [pipe]);
	return pipe;
}

describe('a file that a person names', () => {
	it('is read whole', async () => {
		const file = join(makeFolder(), 'a.csv');
		for (const length of [0, 1, most]) {
			writeFileSync(file, 'x'.repeat(length));
			expect(await readNamedFile(file, {most})).toMatchObject({bytes: {length}});
		}
	});

	it('is refused when it grows while it is read, however long that would go on', async () => {
		const file = join(makeFolder(), 'a.csv');
		writeFileSync(file, 'x'.repeat(4 * 1024 * 1024));
		let isRead = false;
		const grow = (): void => {
			if (isRead) return;
			appendFileSync(file, 'x'.repeat(1024));
			setImmediate(grow);
		};
		setImmediate(grow);
		const read = await readNamedFile(file, {most: 1024 * 1024 * 1024});
		isRead = true;
		expect(read).toMatchObject({problem: {code: 'file-changing'}});
	});

	it('is refused when it is too large, a folder, or not there', async () => {
		const folder = makeFolder();
		const file = join(folder, 'a.csv');
		writeFileSync(file, 'x'.repeat(most + 1));
		expect(await readNamedFile(file, {most})).toMatchObject({
			problem: {code: 'file-too-large', message: expect.stringContaining('it is larger than 1 KiB')},
		});
		expect(await readNamedFile(folder, {most})).toMatchObject({problem: {code: 'file-is-folder'}});
		expect(await readNamedFile(join(folder, 'b'), {most})).toMatchObject({
			problem: {code: 'file-not-found'},
		});
	});
});

describe.skipIf(process.platform === 'win32')('a device or a pipe', () => {
	it.each(['/dev/zero', '/dev/null', '/dev/random'])('is refused: %s', async (device) => {
		expect(await readNamedFile(device, {most})).toMatchObject({problem: {code: 'file-is-device'}});
	});

	it('is refused: the terminal, also where the tests have none, and the system says so', async () => {
		const read = await readNamedFile('/dev/tty', {most});
		expect(['file-is-device', 'file-silent']).toContain('problem' in read ? read.problem.code : read);
	});

	it('is read to its end, also when its writer comes late', async () => {
		const pipe = makePipe();
		const reading = readNamedFile(pipe, {most});
		const writer = await open(pipe, 'w');
		await writer.write('one ');
		await writer.write('two');
		await writer.close();
		expect(await reading).toEqual({bytes: Buffer.from('one two')});
	});

	it('is refused when it sends too much', async () => {
		const pipe = makePipe();
		const reading = readNamedFile(pipe, {most});
		const writing = writeFile(pipe, 'x'.repeat(1_000_000)).catch(() => {});
		expect(await reading).toMatchObject({problem: {code: 'file-too-large'}});
		await writing;
	});

	it('is refused when nothing comes, and holds up neither others nor the end of the process', async () => {
		const pipes = Array.from({length: 8}, makePipe);
		const reading = pipes.map((pipe) => readNamedFile(pipe, {most, patience: 60}));
		for (const read of await Promise.all(reading))
			expect(read).toMatchObject({problem: {code: 'file-silent'}});
	});

	it('is left at once when the wait is cancelled', async () => {
		const controller = new AbortController();
		const reading = Array.from({length: 4}, () =>
			readNamedFile(makePipe(), {most, patience: 600_000, signal: controller.signal}),
		);
		controller.abort(new Error('left'));
		for (const read of reading) await expect(read).rejects.toThrow('left');
		const file = join(makeFolder(), 'a.csv');
		writeFileSync(file, 'x');
		expect(await readNamedFile(file, {most})).toMatchObject({bytes: {length: 1}});
	});

	it('is not written to when nobody reads from it', async () => {
		expect(await writeFileWhole(makePipe(), 'x', {force: true, refuse: () => undefined})).toMatchObject({
			code: 'file-silent',
		});
	});
});

describe('the lanes', () => {
	it('let two go at a time, and the others in their order', async () => {
		const started: number[] = [];
		const turns = Array.from({length: 4}, () => Promise.withResolvers<void>());
		const all = turns.map(({promise}, index) =>
			inFileLane(() => {
				started.push(index);
				return promise;
			}),
		);
		await inNextTurn();
		expect(started).toEqual([0, 1]);
		turns[1]?.resolve();
		await all[1];
		await inNextTurn();
		expect(started).toEqual([0, 1, 2]);
		for (const {resolve} of turns) resolve();
		await Promise.all(all);
		expect(started).toEqual([0, 1, 2, 3]);
	});

	it('are free again after a failure', async () => {
		for (let tries = 0; tries < 5; tries += 1)
			await expect(inFileLane(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
		expect(await inFileLane(async () => 1)).toBe(1);
	});
});

function inNextTurn(): Promise<void> {
	return new Promise((resolve) => {
		setImmediate(resolve);
	});
}
