import {linkSync, mkdirSync, realpathSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import {ownsFile, refuseInput} from '../../source/store/refuse-output.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {done, good, makeFolder, open} from './store-folder.ts';

/** A store behind a link, and a folder with links and hard links to it. */
async function makeStore() {
	const folder = realpathSync(makeFolder());
	const real = path.join(folder, 'real');
	mkdirSync(real);
	symlinkSync(real, path.join(folder, 'store'));
	const {store, sheet} = await open(path.join(folder, 'store'));
	await done(store.commit({...emptyChange('Add'), added: [makeUser(1)]}, sheet));
	await store.checkpoint();
	const {file} = good(await store.backup());
	symlinkSync(path.join(real, 'users.json'), path.join(folder, 'link.csv'));
	linkSync(path.join(real, 'journal.jsonl'), path.join(folder, 'same.csv'));
	return {folder, real, file: store.file, copy: path.basename(file)};
}

test('a store owns its files and their names, by whatever way they are named, and nothing else', async () => {
	const {folder, real, file, copy} = await makeStore();
	const owned = [
		...[
			'users.json',
			'journal.jsonl',
			'history.jsonl',
			'key.jsonl',
			'backups',
			`backups/${copy}`,
			'backups/new.csv',
		],
		...[
			'draft-ann.json',
			'draft-ann.json.next',
			'users.json.next',
			'users.json.lock',
			'journal.jsonl.next.tmp-1',
		],
		...['../real/users.json', './backups/../users.json', '../link.csv', '../same.csv'],
	];
	const free = [
		'users.csv',
		'export.json',
		'users.json.csv',
		'../users.json',
		'sub/users.json',
		'draft-ann.csv',
		'..',
	];
	for (const place of [real, path.join(folder, 'store')]) {
		expect(owned.filter((name) => !ownsFile(file, `${place}/${name}`))).toEqual([]);
		expect(free.filter((name) => ownsFile(file, path.join(place, name)))).toEqual([]);
	}
	expect(ownsFile(path.join(folder, 'none', 'users.json'), path.join(folder, 'none', 'journal.jsonl'))).toBe(
		true,
	);
	expect(ownsFile(file, 'a\0b')).toBe(false);
});

test('an import is not replaced by its own rejected rows, by whatever way it is named', () => {
	const folder = makeFolder();
	const input = path.join(folder, 'in.csv');
	writeFileSync(input, '');
	symlinkSync(input, path.join(folder, 'link.csv'));
	linkSync(input, path.join(folder, 'same.csv'));
	for (const name of ['in.csv', './in.csv', 'link.csv', 'same.csv']) {
		expect(refuseInput(input, `${folder}/${name}`)?.code).toBe('file-is-input');
	}
	expect(refuseInput(input, path.join(folder, 'out.csv'))).toBeUndefined();
	expect(refuseInput('/dev/stdin', path.join(folder, 'out.csv'))).toBeUndefined();
});
