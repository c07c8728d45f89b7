import {existsSync, mkdirSync, readFileSync, renameSync, rmdirSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import {readBackup} from '../../source/store/backup/read-backup.ts';
import {examineStore} from '../../source/store/doctor/examine-store.ts';
import {changePassphrase} from '../../source/store/passphrase/change-passphrase.ts';
import {plainSeal, type Seal} from '../../source/store/seal/seal.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {cheap, done, encrypt, good, makeFolder, open, unlock} from './store-folder.ts';

const passphrases = ['twelve monkeys', 'thirteen monkeys', 'fourteen monkeys'] as const;

/** A store with a dated copy and a draft, which can be put where nothing can read them. */
async function makeStore(seal: (folder: string) => Promise<Seal>) {
	const folder = path.join(makeFolder(), 'store');
	mkdirSync(folder);
	const first = await seal(folder);
	const {store, sheet} = await open(folder, false, first);
	await done(store.commit({...emptyChange('Add'), added: [makeUser(1, {lastName: 'Archer'})]}, sheet));
	const {file: copy} = good(await store.backup());
	store.draft.keep({cell: 'Archer'});
	await store.close();
	const draft = path.join(folder, 'draft-bob.json');
	const [own = ''] = good(examineStore(folder, first)).files.flatMap(({file, role}) =>
		role === 'draft' ? [file] : [],
	);
	renameSync(own, draft);
	return {
		folder,
		first,
		files: [copy, draft] as const,
		hide(): void {
			for (const file of [copy, draft]) {
				renameSync(file, path.join(folder, '..', path.basename(file)));
				mkdirSync(file);
			}
		},
		show(): void {
			for (const file of [copy, draft]) {
				rmdirSync(file);
				renameSync(path.join(folder, '..', path.basename(file)), file);
			}
		},
		/** What the doctor says of the two. */
		told: (current: Seal): readonly string[] =>
			good(examineStore(folder, current)).problems.filter((text) =>
				[copy, draft].some((file) => text.startsWith(file)),
			),
	};
}

/** Opens it as somebody who knows the passphrase would at the next start, to write, and says how it is read from then on. */
async function start(folder: string, passphrase: string) {
	const {store} = await open(folder, false, await unlock(folder, passphrase));
	const notice = store.notice();
	await store.close();
	return {notice, seal: await unlock(folder, passphrase)};
}

const starts: readonly (readonly [name: string, seal: (folder: string) => Promise<Seal>])[] = [
	['set', async () => plainSeal],
	['changed', (folder) => encrypt(folder, plainSeal, passphrases[0])],
];

describe.each(starts)('what could not be read when the passphrase was %s', (_, makeSeal) => {
	test('is told by every start and by the doctor, and gets it as soon as it can be read', async () => {
		const {folder, first, files, hide, show, told} = await makeStore(makeSeal);
		hide();
		const changed = good(await changePassphrase(folder, first, passphrases[1], cheap));
		expect(changed.left).toEqual(files);
		expect(told(changed.seal)).toHaveLength(2);
		const again = await start(folder, passphrases[1]);
		expect(again.notice).toContain('do not have its passphrase');
		expect(told(again.seal)).toHaveLength(2);
		expect(good(examineStore(folder, again.seal)).isDamaged).toBe(false);
		show();
		expect(told(again.seal)).toHaveLength(2);
		const reader = await open(folder, true, again.seal);
		expect(reader.store.notice()).toContain('do not have its passphrase');
		expect(told(again.seal)).toHaveLength(2);
		const last = await start(folder, passphrases[1]);
		expect(last.notice).toBeUndefined();
		expect(last.seal.left).toBeUndefined();
		expect(told(last.seal)).toEqual([]);
		for (const file of files) expect(readFileSync(file, 'utf8')).not.toContain('Archer');
		const [copy] = files;
		const {sheet} = good(await readBackup(copy, last.seal, async () => undefined));
		expect(sheet.users[0]?.lastName).toBe('Archer');
	});

	test('gets it also after another change of the passphrase, and when that is cut off', async () => {
		const {folder, first, hide, show, told} = await makeStore(makeSeal);
		hide();
		const second = good(await changePassphrase(folder, first, passphrases[1], cheap)).seal;
		const cut = new Error('cut');
		const third = await changePassphrase(folder, second, passphrases[2], cheap, (step) => {
			if (step === 'begun') throw cut;
		}).catch((error: unknown) => error);
		expect(third).toBe(cut);
		show();
		for (let count = 0; count < 2; count += 1) await start(folder, passphrases[2]);
		const last = await start(folder, passphrases[2]);
		expect(last).toMatchObject({notice: undefined});
		expect(told(last.seal)).toEqual([]);
	});
});

test('what cannot be read when the passphrase is removed keeps it, and can be restored with it', async () => {
	const {folder, files, hide, show} = await makeStore((made) => encrypt(made, plainSeal, passphrases[0]));
	hide();
	const removed = good(
		await changePassphrase(folder, await unlock(folder, passphrases[0]), undefined, cheap),
	);
	expect(removed).toMatchObject({left: files, seal: plainSeal});
	expect(existsSync(path.join(folder, 'key.jsonl'))).toBe(false);
	show();
	const {sheet} = good(await readBackup(files[0], plainSeal, async () => passphrases[0]));
	expect(sheet.users).toHaveLength(1);
});
