import {chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {writeFileWhole} from '../../source/files/write-file.ts';
import {makeFolder} from '../cli/run-cli.ts';

describe('writeFileWhole', () => {
	it('writes for the owner only, and leaves nothing else behind', async () => {
		const folder = makeFolder();
		const file = join(folder, 'out.csv');
		expect(await writeFileWhole(file, 'text', {force: false, refuse: () => undefined})).toBeUndefined();
		expect(readFileSync(file, 'utf8')).toBe('text');
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(readdirSync(folder)).toEqual(['out.csv']);
	});

	it('overwrites nothing without force', async () => {
		const folder = makeFolder();
		const file = join(folder, 'out.csv');
		writeFileSync(file, 'precious');
		expect(await writeFileWhole(file, 'text', {force: false, refuse: () => undefined})).toMatchObject({
			code: 'file-exists',
		});
		expect(readFileSync(file, 'utf8')).toBe('precious');
		expect(await writeFileWhole(file, 'text', {force: true, refuse: () => undefined})).toBeUndefined();
		expect(readFileSync(file, 'utf8')).toBe('text');
		expect(readdirSync(folder)).toEqual(['out.csv']);
	});

	it('lets one of many writers at once have the name', async () => {
		const folder = makeFolder();
		const file = join(folder, 'out.csv');
		const writers = Array.from({length: 20}, (_, index) =>
			writeFileWhole(file, `writer ${index}`.repeat(1000), {force: false, refuse: () => undefined}),
		);
		const results = await Promise.all(writers);
		const winner = results.indexOf(undefined);
		expect(results.filter((result) => result === undefined)).toHaveLength(1);
		expect(results.filter((result) => result?.code === 'file-exists')).toHaveLength(19);
		expect(readFileSync(file, 'utf8')).toBe(`writer ${winner}`.repeat(1000));
		expect(readdirSync(folder)).toEqual(['out.csv']);
	});

	it('writes through a link with force, and refuses one to nowhere', async () => {
		const folder = makeFolder();
		writeFileSync(join(folder, 'real.csv'), 'old');
		symlinkSync('real.csv', join(folder, 'link.csv'));
		symlinkSync('nowhere.csv', join(folder, 'dangling.csv'));
		expect(
			await writeFileWhole(join(folder, 'link.csv'), 'new', {force: true, refuse: () => undefined}),
		).toBeUndefined();
		expect(readFileSync(join(folder, 'real.csv'), 'utf8')).toBe('new');
		expect(readdirSync(folder)).toHaveLength(3);
		expect(
			await writeFileWhole(join(folder, 'dangling.csv'), 'new', {force: false, refuse: () => undefined}),
		).toMatchObject({
			code: 'file-exists',
		});
	});

	it('writes into a device instead of replacing it', async () => {
		expect(await writeFileWhole('/dev/null', 'text', {force: true, refuse: () => undefined})).toBeUndefined();
		expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
		expect(await writeFileWhole('/dev/full', 'text', {force: true, refuse: () => undefined})).toMatchObject({
			code: 'file-no-space',
		});
	});

	it('says why it cannot write', async () => {
		const folder = makeFolder();
		mkdirSync(join(folder, 'sub'));
		expect(
			await writeFileWhole(join(folder, 'sub'), 'text', {force: true, refuse: () => undefined}),
		).toMatchObject({
			code: 'file-is-folder',
		});
		expect(
			await writeFileWhole(join(folder, 'no', 'out.csv'), 'text', {force: false, refuse: () => undefined}),
		).toMatchObject({
			code: 'file-not-found',
		});
		expect(await writeFileWhole('a\0b', 'text', {force: false, refuse: () => undefined})).toMatchObject({
			code: 'file-name',
		});
		chmodSync(join(folder, 'sub'), 0o500);
		if (process.getuid?.() === 0) return;
		expect(
			await writeFileWhole(join(folder, 'sub', 'out.csv'), 'text', {force: false, refuse: () => undefined}),
		).toMatchObject({
			code: 'file-permission',
		});
	});
});
