import {existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import {currentAuthor} from '../../source/store/author/current-author.ts';
import {plainSeal} from '../../source/store/seal/seal.ts';
import {makeUsers} from '../helpers/make-users.ts';
import {done, encrypt, makeFolder, open} from './store-folder.ts';

/** The draft that a store in this folder keeps. */
async function keepDraft(folder: string, draft: unknown): Promise<string> {
	const {store, sheet} = await open(folder);
	await done(store.commit({...emptyChange('Add'), added: makeUsers(1)}, sheet));
	store.draft.keep(draft);
	const {user} = currentAuthor();
	return `draft-${user.replaceAll(/[^\w.-]/gu, '_')}.json`;
}

test('a draft that is damaged is forgotten, but not by who only looks', async () => {
	const folder = makeFolder();
	const file = path.join(folder, await keepDraft(folder, {cell: 'Archer'}));
	writeFileSync(file, '{"cell":');
	expect((await open(folder, true)).store.draft.read()).toBeUndefined();
	expect(existsSync(file)).toBe(true);
	expect((await open(folder)).store.draft.read()).toBeUndefined();
	expect(existsSync(file)).toBe(false);
});

test('a draft stands where the store really is, and is encrypted with it', async () => {
	const folder = makeFolder();
	const behind = path.join(makeFolder(), 'behind');
	await keepDraft(folder, {});
	mkdirSync(behind);
	const file = path.join(folder, 'users.json');
	for (const name of ['users.json', 'journal.jsonl']) {
		renameSync(path.join(folder, name), path.join(behind, name));
	}
	symlinkSync(path.join(behind, 'users.json'), file);
	const draft = path.join(behind, await keepDraft(folder, {cell: 'Archer'}));
	expect(readFileSync(draft, 'utf8')).toContain('Archer');
	const seal = await encrypt(folder, plainSeal, 'correct horse');
	expect(readFileSync(draft, 'utf8')).not.toContain('Archer');
	expect((await open(folder, false, seal)).store.draft.read()).toEqual({cell: 'Archer'});
});

test('a draft is kept where nothing was ever saved: the first file that is imported is worth it', async () => {
	const folder = path.join(makeFolder(), 'new', 'sheet');
	const {store} = await open(folder);
	store.draft.keep({cell: 'Archer'});
	expect((await open(folder)).store.draft.read()).toEqual({cell: 'Archer'});
});
