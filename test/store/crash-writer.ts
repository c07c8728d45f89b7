/**
 * A process of its own that is meant to be killed: it edits, adds, changes many and writes checkpoints, on several stores
 * at the same time, so that one kill hits each of them at another moment. After each change it prints which one is saved.
 */
import {type Change, emptyChange, updateOf} from '../../source/domain/change.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import {openStore} from '../../source/store/open-store.ts';
import {unlockStore} from '../../source/store/passphrase/unlock-store.ts';
import {isStoreError} from '../../source/store/store-error.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {crashPassphrase, printLine, runWhenAsked} from './crash-line.ts';

/** The change that leads from a sheet to the next one, always the same. */
export function crashChange(sheet: Sheet): Change {
	const number = String(sheet.revision);
	const kind = sheet.revision % 7;
	const [first, ...others] = sheet.users;
	const empty = emptyChange(`Change ${number}`);
	if (first === undefined) return {...empty, added: [makeUser(sheet.nextId)]};
	const count = updateOf(first, {...first, email: number, pbxSipPassword: `secret-${number}`});
	if (kind === 2) {
		const every = others.map((user) => updateOf(user, {...user, firstName: number}));
		return {...empty, updated: [count, ...every]};
	}
	if (kind === 5) {
		const added = [0, 1].map((place) => makeUser(sheet.nextId + place, {lastName: number}));
		return {...empty, updated: [count], added, removed: others.slice(5, 7)};
	}
	return {...empty, updated: [count]};
}

async function work(directory: string, index: number): Promise<void> {
	const seal = await unlockStore(directory, async () => crashPassphrase);
	if (isStoreError(seal)) return printLine({failed: seal.error.message});
	const opened = await openStore({directory, readOnly: false, seal});
	if (isStoreError(opened)) return printLine({failed: opened.error.message});
	let {sheet} = opened;
	for (;;) {
		if (Math.random() < 0.15) {
			const made = await opened.store.checkpoint();
			if (typeof made === 'object') return printLine({failed: made.error.message});
		}
		const answer = await opened.store.commit(crashChange(sheet), sheet);
		if (isStoreError(answer)) return printLine({failed: answer.error.message});
		sheet = answer.sheet;
		printLine({store: index, revision: sheet.revision});
	}
}

if (import.meta.main) runWhenAsked(work);
