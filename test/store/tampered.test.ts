import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {emptyChange, updateChange} from '../../source/domain/change.ts';
import {encodeSheet} from '../../source/store/checkpoint/encode-sheet.ts';
import {unlockStore} from '../../source/store/passphrase/unlock-store.ts';
import {formatLine, readLine} from '../../source/store/seal/checked-line.ts';
import {keyRecordSchema} from '../../source/store/seal/key-record.ts';
import {plainSeal, type Seal, sealerFor} from '../../source/store/seal/seal.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {bad, done, encrypt, makeFolder, open, refuse, snapshot} from './store-folder.ts';

const secret = 'twelve monkeys';
const ann = makeUser(1, {lastName: 'Archer', pbxSipPassword: 'correct-horse'});
const plain = sealerFor(plainSeal, 'journal');

/** An encrypted store with a checkpoint, and a journal of three edits. */
async function makeStore() {
	const folder = makeFolder();
	const seal = await encrypt(folder, plainSeal, secret);
	const {store, sheet: empty} = await open(folder, false, seal);
	let {sheet} = await done(store.commit({...emptyChange('Add'), added: [ann]}, empty));
	expect(await store.checkpoint()).toBe('done');
	const checkpoint = sheet;
	for (const lastName of ['Abel', 'Adam', 'Alba']) {
		const [user = ann] = sheet.users;
		sheet = (await done(store.commit(updateChange('Edit', user, {...user, lastName}), sheet))).sheet;
	}
	await store.close();
	const file = (name: string) => path.join(folder, name);
	return {
		folder,
		seal,
		checkpoint,
		users: file('users.json'),
		journal: file('journal.jsonl'),
		key: file('key.jsonl'),
	};
}

type Made = Awaited<ReturnType<typeof makeStore>>;

function flip(file: string, at: number): void {
	const bytes = readFileSync(file);
	const place = at < 0 ? bytes.length + at : at;
	bytes[place] = (bytes[place] ?? 0) ^ 1;
	writeFileSync(file, bytes);
}

const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').slice(0, -1);

function changeLines(file: string, change: (lines: string[]) => readonly string[]): void {
	writeFileSync(file, `${change(linesOf(file)).join('\n')}\n`);
}

/** A line with the right checksum, whatever it says: anybody can make one. */
const forge = (json: string) => formatLine(json, plain).toString().trimEnd();
const jsonOf = (line: string) => line.slice(line.indexOf('{'));

function openLine(line: string, seal: Seal): string {
	const read = readLine(Buffer.from(`${line}\n`), 0, sealerFor(seal, 'journal'));
	if (read.kind !== 'good') throw new Error(read.kind);
	return read.json;
}

const undecipherable = 'it cannot be decrypted: it was damaged, or changed by something other than usersheet';
const apart = 'do not belong together';

const cases: readonly (readonly [name: string, change: (made: Made) => void, reason: string])[] = [
	['a changed byte at the start of the checkpoint', ({users}) => flip(users, 3), undecipherable],
	['one in its middle', ({users}) => flip(users, 100), undecipherable],
	['one at its end', ({users}) => flip(users, -1), undecipherable],
	[
		'a cut-off checkpoint',
		({users}) => writeFileSync(users, readFileSync(users).subarray(0, -5)),
		undecipherable,
	],
	[
		'a plain checkpoint that somebody has put there',
		({users, checkpoint}) => writeFileSync(users, encodeSheet(checkpoint)),
		'it is not encrypted as all the rest is',
	],
	['a damaged journal', ({journal}) => flip(journal, 300), 'does not match its checksum'],
	[
		'a journal that somebody has changed, with the right checksum',
		({journal}) =>
			changeLines(journal, (lines) =>
				lines.with(2, forge(jsonOf(lines[2] ?? '').replace(/.{8}"}$/, 'AAAABBBB"}'))),
			),
		'line 3 was changed by something other than usersheet',
	],
	[
		'a plain line that somebody has put there',
		({journal, seal}) =>
			changeLines(journal, (lines) =>
				lines.with(2, forge(openLine(lines[2] ?? '', seal).replace('Adam', 'Eve'))),
			),
		'line 3 is not encrypted as all the rest is',
	],
	['a line that is left out', ({journal}) => changeLines(journal, (lines) => lines.toSpliced(2, 1)), apart],
	[
		'lines that are swapped',
		({journal}) => changeLines(journal, ([a = '', b = '', c = '', d = '']) => [a, c, b, d]),
		apart,
	],
	['no first line', ({journal}) => changeLines(journal, (lines) => lines.slice(2)), 'line 1 is not the line'],
];

describe('an encrypted store', () => {
	test.each(cases)('with %s is refused, and left as it is', async (_, change, reason) => {
		const made = await makeStore();
		change(made);
		const before = snapshot(made.folder);
		const error = await refuse(made.folder, false, made.seal);
		expect(error.kind).toBe('damaged');
		expect(error.message).toContain(reason);
		expect(error.message).toMatch(/is left as it is|are left as they are/);
		expect(error.message).not.toMatch(/correct-horse|A(bel|dam|lba)|Put a backup in its place, correct/);
		expect(snapshot(made.folder)).toEqual(before);
	});
});

const keyCases: readonly (readonly [
	name: string,
	change: (line: string) => string,
	kind: string,
	reason: string,
])[] = [
	[
		'is damaged',
		(line) => line.replace('"salt":"', '"salt":"x'),
		'damaged',
		'first line does not match its checksum',
	],
	['is empty', () => '', 'damaged', 'is not one of its lines'],
	['is cut off', (line) => line.slice(0, 50), 'damaged', 'does not match its checksum'],
	['is of a newer version', () => forge('{"version":3}'), 'newer', 'the version of its key is 3'],
	[
		'asks for more memory than there is',
		(line) => forge(jsonOf(line).replace('"cost":2', '"cost":1073741824')),
		'damaged',
		'it holds something that usersheet does not know',
	],
	[
		'says that the passphrase is being removed',
		(line) => forge(jsonOf(line).replace(/}$/, `,"unfinished":"${Buffer.alloc(50).toString('base64')}"}`)),
		'damaged',
		'it was changed by something other than usersheet',
	],
	// Nothing in it can be told from another passphrase.
	[
		'holds another key',
		(line) => forge(jsonOf(line).replace(/"wrapped":"..../, '"wrapped":"AAAA')),
		'encrypted',
		'That is not the passphrase',
	],
];

describe('a key file', () => {
	test.each(keyCases)('that %s opens nothing, with a message of its own', async (_, change, kind, reason) => {
		const {folder, key} = await makeStore();
		changeLines(key, ([line = '']) => [change(line)]);
		const before = snapshot(folder);
		const error = bad(
			await unlockStore(folder, async (_file, attempt) => (attempt === 1 ? secret : undefined)),
		);
		expect(error.kind).toBe(kind);
		expect(error.message).toContain(reason);
		expect(snapshot(folder)).toEqual(before);
	});

	test('holds what its schema says', async () => {
		const {key} = await makeStore();
		const [line = ''] = linesOf(key);
		expect(keyRecordSchema.parse(JSON.parse(jsonOf(line)))).toMatchObject({
			version: 1,
			scrypt: {blockSize: 8},
		});
	});
});
