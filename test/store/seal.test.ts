import {describe, expect, test} from 'vitest';
import {formatLine, readLine} from '../../source/store/seal/checked-line.ts';
import {
	makeKey,
	openKey,
	recordOf,
	sealOf,
	unfinishedRecord,
	usualCost,
} from '../../source/store/seal/key-record.ts';
import {plainSeal, type Seal, sealerFor} from '../../source/store/seal/seal.ts';
import {cheap} from './store-folder.ts';

const text = '{"lastName":"Müller","pbxSipPassword":"correct-horse"}';

async function makeSeal(passphrase = 'twelve monkeys'): Promise<Seal & {readonly key: object}> {
	const {record, key} = await makeKey(passphrase, cheap);
	const seal = sealOf(record, key);
	if (seal?.key === undefined) throw new Error('no seal');
	return {...seal, key: seal.key};
}

describe('an encrypted text', () => {
	test('can be opened with its key, and shows nothing', async () => {
		const {seal, open} = sealerFor(await makeSeal(), 'journal');
		const stored = seal(text);
		expect(stored).not.toMatch(/Müller|correct-horse|lastName/);
		expect(open(stored)).toBe(text);
		expect(seal(text)).not.toBe(stored);
	});

	test('is refused in another part, with another key, and as plain text', async () => {
		const own = await makeSeal();
		const stored = sealerFor(own, 'journal').seal(text);
		const reasonOf = (seal: Seal, part: 'journal' | 'draft', given: string) => {
			const opened = sealerFor(seal, part).open(given);
			return typeof opened === 'string' ? opened : opened.reason;
		};
		expect(reasonOf(own, 'draft', stored)).toBe('was changed by something other than usersheet');
		expect(reasonOf(await makeSeal(), 'journal', stored)).toBe('is encrypted with another passphrase');
		expect(reasonOf(plainSeal, 'journal', stored)).toBe('is encrypted, and the key file is missing');
		expect(reasonOf(own, 'journal', text)).toBe('is not encrypted as all the rest is');
		expect(reasonOf(plainSeal, 'journal', text)).toBe(text);
	});

	test('is refused whichever character of it is another one', async () => {
		const own = await makeSeal();
		const {seal, open} = sealerFor(own, 'history');
		const stored = seal('{}');
		const start = stored.indexOf('"sealed":"') + 10;
		const changed = Array.from({length: stored.length - 2 - start}, (_, index) => {
			const at = start + index;
			return open(`${stored.slice(0, at)}${stored[at] === 'A' ? 'B' : 'A'}${stored.slice(at + 1)}`);
		});
		// The last digit of base64 may have bits that stand for nothing.
		const unnoticed = changed.filter((opened) => typeof opened === 'string');
		expect(unnoticed.length).toBeLessThanOrEqual(1);
		expect(new Set(unnoticed)).toEqual(new Set(unnoticed.length === 0 ? [] : ['{}']));
	});

	test('on a line: damage is told apart from a change that somebody has made', async () => {
		const sealer = sealerFor(await makeSeal(), 'journal');
		const line = formatLine(text, sealer);
		expect(readLine(line, 0, sealer)).toEqual({kind: 'good', json: text, end: line.length});
		const damaged = Buffer.from(line);
		damaged[60] = (damaged[60] ?? 0) ^ 1;
		expect(readLine(damaged, 0, sealer)).toMatchObject({
			kind: 'damaged',
			reason: 'does not match its checksum',
		});
		const forged = formatLine(sealer.seal(text).replace(/"sealed":"..../, '"sealed":"AAAA'), {
			...sealer,
			seal: (given) => given,
		});
		expect(readLine(forged, 0, sealer)).toMatchObject({
			kind: 'damaged',
			reason: 'was changed by something other than usersheet',
		});
	});
});

describe('the record of a key', () => {
	test('gives the key for the passphrase, composed or not, and for no other one', async () => {
		const {record, key} = await makeKey('Zürich 2026', cheap);
		expect(await openKey(record, 'Zürich 2026'.normalize('NFD'))).toEqual(key);
		expect(await openKey(record, 'Zürich 2027')).toBeUndefined();
		expect(await openKey(record, '')).toBeUndefined();
		expect(JSON.stringify(record)).not.toContain(Buffer.from(key.bytes).toString('base64'));
	});

	test('takes as much memory as is recommended for scrypt', () => {
		expect(128 * usualCost * 8).toBe(128 * 1024 * 1024);
	});

	test('while the passphrase is set, changed or removed says what else may be read, and only the key can say so', async () => {
		const {key: former} = await makeSeal('the old one');
		const {record, key} = await makeKey('the new one', cheap);
		const formerKey = {id: 'former', bytes: (former as {bytes: Uint8Array}).bytes};
		expect(sealOf(unfinishedRecord(record, key, 'set'), key)).toMatchObject({key, former: 'plain'});
		expect(sealOf(unfinishedRecord(record, key, {former: formerKey}), key)).toMatchObject({
			key,
			former: {id: 'former', bytes: Buffer.from(formerKey.bytes)},
		});
		const removed = sealOf(unfinishedRecord(record, key, 'removed'), key);
		expect(removed?.key).toBeUndefined();
		expect(removed?.former).toEqual(key);
		const forged = unfinishedRecord(record, {id: key.id, bytes: formerKey.bytes}, 'removed');
		expect(sealOf(forged, key)).toBeUndefined();
		const seal = sealOf(record, key);
		expect(seal?.key === undefined ? undefined : recordOf(seal.key)).toEqual(record);
	});
});
