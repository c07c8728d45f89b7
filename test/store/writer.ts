/**
 * A process of its own that commits: run by the tests of this folder. It opens the store, prints `ready`, and begins when
 * its standard input says so or ends. After each commit it prints one line of JSON, at once.
 */

import {once} from 'node:events';
import {writeSync} from 'node:fs';
import {applyChange} from '../../source/domain/apply-change.ts';
import {type Change, emptyChange, updateOf} from '../../source/domain/change.ts';
import {fieldKeys} from '../../source/domain/field.ts';
import {findUser, type Sheet} from '../../source/domain/sheet.ts';
import {emptyUser} from '../../source/domain/user.ts';
import {openStore} from '../../source/store/open-store.ts';
import {isStoreError} from '../../source/store/store-error.ts';

export type WriterTask = {
	readonly directory: string;
	/** Names the users that it adds: name-0, name-1, … */
	readonly name: string;
	/** Which field of user 1 it counts its commits in. */
	readonly field: number;
	/** How many commits; 0 for no end. */
	readonly commits: number;
	/** Characters in one value of each new user, to fill a disk. */
	readonly size?: number;
	/** Work with whatever sheet is newest, or always with the first one. */
	readonly stayBehind?: boolean;
	readonly readOnly?: boolean;
};

/** What a commit's line says. */
export type WriterLine = {
	readonly ids?: readonly number[];
	readonly conflicts?: readonly string[];
	readonly error?: {readonly kind: string; readonly file: string; readonly message: string};
};

function nextChange(sheet: Sheet, task: WriterTask, index: number): Change {
	const key = fieldKeys[task.field] ?? 'lastName';
	const shared = findUser(sheet, 1);
	const lastName = `${task.name}-${index}`;
	const email = 'x'.repeat(task.size ?? 0);
	return {
		...emptyChange(`Commit ${index}`),
		added: [0, 1].map((place) => ({
			...emptyUser,
			id: sheet.nextId + place,
			origin: 'manual',
			lastName,
			email,
		})),
		updated: shared === undefined ? [] : [updateOf(shared, {...shared, [key]: String(index)})],
	};
}

function print(line: WriterLine | 'ready'): void {
	writeSync(1, `${JSON.stringify(line)}\n`);
}

const task: WriterTask = JSON.parse(process.argv[2] ?? '');
const opened = await openStore({directory: task.directory, readOnly: task.readOnly ?? false});
if (isStoreError(opened)) {
	print({error: opened.error});
	process.exit(1);
}
print('ready');
process.stdin.resume();
await once(process.stdin, 'end');
let sheet = opened.sheet;
for (let index = 0; index < task.commits || task.commits === 0; index += 1) {
	const answer = await opened.store.commit(nextChange(sheet, task, index), sheet);
	if (isStoreError(answer)) {
		print({error: answer.error});
		process.exit(1);
	}
	print({
		ids: answer.change.added.map((user) => user.id),
		conflicts: answer.conflicts.map((conflict) =>
			conflict.what === 'user' ? `${conflict.id} ${conflict.key}` : conflict.what,
		),
	});
	sheet = task.stayBehind === true ? applyChange(sheet, nextChange(sheet, task, index)) : answer.sheet;
}
await opened.store.close();
