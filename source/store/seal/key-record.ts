import {randomBytes, type ScryptOptions, scrypt} from 'node:crypto';
import {promisify} from 'node:util';
import {z} from 'zod';
import {decrypt, encrypt, type FormerKey, plainSeal, type Seal, type SealKey} from './seal.ts';

const derive = promisify<string, Uint8Array, number, ScryptOptions, Buffer>(scrypt);

const version = 1;
/** Of a record that says what is left: an older usersheet would forget it. The newest one. */
export const versionWithLeft = 2;
const keyLength = 32;

/**
 * What is stored of a key: enough to come back to it with the passphrase, and nothing without. scrypt makes a key of the
 * passphrase, and that one opens `wrapped`, the key that everything is encrypted with.
 */
export const keyRecordSchema = z.strictObject({
	version: z.literal([version, versionWithLeft]),
	id: z.string().regex(/^[\da-f]{16}$/),
	/** Cost, block size and parallelization as in RFC 7914; the bounds keep a forged file from using up the memory. */
	scrypt: z.strictObject({
		salt: z.base64(),
		cost: z
			.int()
			.min(2)
			.max(2 ** 20)
			.refine((cost) => Number.isInteger(Math.log2(cost))),
		blockSize: z.int().min(1).max(8),
		parallelization: z.int().min(1).max(16),
	}),
	wrapped: z.base64(),
	/** An {@link Unfinished}, encrypted with the key, so that only its holder can put one there. */
	unfinished: z.base64().exactOptional(),
	/** What copies and drafts may still be written with that could not be read, encrypted like that. */
	left: z.base64().exactOptional(),
});

/** A change of the passphrase that has not reached every file: what they may still be written with. */
const unfinishedSchema = z.union([
	z.strictObject({change: z.enum(['set', 'removed'])}),
	z.strictObject({change: z.literal('changed'), id: z.string(), former: z.base64()}),
]);

const leftSchema = z.array(
	z.union([z.literal('plain'), z.strictObject({id: z.string(), bytes: z.base64()})]),
);

export type KeyRecord = z.infer<typeof keyRecordSchema>;

/** The work of trying one passphrase: 128 MiB, and a few tenths of a second. */
export const usualCost = 2 ** 17;

/** A new key under a passphrase. */
export async function makeKey(
	passphrase: string,
	cost: number,
): Promise<{readonly record: KeyRecord; readonly key: SealKey}> {
	const key = {id: randomBytes(8).toString('hex'), bytes: randomBytes(keyLength)};
	const parameters = {salt: randomBytes(16).toString('base64'), cost, blockSize: 8, parallelization: 1};
	const outer = {id: key.id, bytes: await stretchPassphrase(passphrase, parameters)};
	const wrapped = encrypt(outer, 'key', key.bytes).toString('base64');
	return {record: {version, id: key.id, scrypt: parameters, wrapped}, key};
}

/** The key of a record; undefined when it is not the passphrase. */
export async function openKey(record: KeyRecord, passphrase: string): Promise<SealKey | undefined> {
	const {id} = record;
	const outer = {id, bytes: await stretchPassphrase(passphrase, record.scrypt)};
	const bytes = decrypt(outer, 'key', Buffer.from(record.wrapped, 'base64'));
	return bytes === undefined ? undefined : {id, bytes};
}

/** A record for the time in which some files are still as they were before the passphrase was set or changed, or are plain already. */
export function unfinishedRecord(
	record: KeyRecord,
	key: SealKey,
	change: 'set' | 'removed' | {readonly former: SealKey},
): KeyRecord {
	const unfinished: z.infer<typeof unfinishedSchema> =
		typeof change === 'string'
			? {change}
			: {
					change: 'changed',
					id: change.former.id,
					former: Buffer.from(change.former.bytes).toString('base64'),
				};
	return {...record, unfinished: sealJson(key, unfinished)};
}

/** A record that says what copies and drafts may still be written with; the same without where there is nothing left. */
export function withLeft(record: KeyRecord, key: SealKey, left: readonly FormerKey[]): KeyRecord {
	const {left: _, ...others} = record;
	if (left.length === 0) return {...others, version};
	const stored = left.map((former) =>
		former === 'plain' ? former : {id: former.id, bytes: Buffer.from(former.bytes).toString('base64')},
	);
	return {...others, version: versionWithLeft, left: sealJson(key, stored)};
}

/**
 * How the files of a store with this record are read and written.
 *
 * @returns undefined where the record has been changed by something other than usersheet
 */
export function sealOf(record: KeyRecord, key: SealKey): Seal | undefined {
	const {unfinished: sealed, left: sealedLeft, ...finished} = record;
	const state = stateOf(record);
	const left = sealedLeft === undefined ? undefined : openJson(key, leftSchema, sealedLeft);
	if (sealedLeft !== undefined && left === undefined) return undefined;
	const seal: Seal = {
		state,
		key: {...key, record: JSON.stringify({...finished, version})},
		...(left === undefined ? {} : {left: left.map(keyOfLeft)}),
	};
	if (sealed === undefined) return seal;
	const unfinished = openJson(key, unfinishedSchema, sealed);
	switch (unfinished?.change) {
		case undefined:
			return undefined;
		case 'set':
			return {...seal, former: 'plain'};
		case 'removed':
			return {state, former: key};
		case 'changed':
			return {...seal, former: {id: unfinished.id, bytes: Buffer.from(unfinished.former, 'base64')}};
	}
}

/** The seal of a store when every file has been written with its key, or is plain text. */
export function finishedSeal({key}: Seal): Seal {
	return key === undefined ? plainSeal : {state: stateOf(recordOf(key)), key};
}

/** The record that a key was opened with. */
export function recordOf({record}: NonNullable<Seal['key']>): KeyRecord {
	return JSON.parse(record);
}

/** Tells one state of the key file from the next. */
export function stateOf(record: KeyRecord | undefined): string {
	return record === undefined ? '' : `${record.id} ${record.unfinished ?? ''}`;
}

function keyOfLeft(stored: z.infer<typeof leftSchema>[number]): FormerKey {
	return stored === 'plain' ? stored : {id: stored.id, bytes: Buffer.from(stored.bytes, 'base64')};
}

function sealJson(key: SealKey, value: unknown): string {
	return encrypt(key, 'key', Buffer.from(JSON.stringify(value))).toString('base64');
}

/** What was sealed like that; undefined where it was changed by something other than usersheet. */
function openJson<Schema extends z.ZodType>(
	key: SealKey,
	schema: Schema,
	sealed: string,
): z.infer<Schema> | undefined {
	const bytes = decrypt(key, 'key', Buffer.from(sealed, 'base64'));
	return bytes === undefined ? undefined : schema.safeParse(JSON.parse(bytes.toString())).data;
}

function stretchPassphrase(passphrase: string, {salt, cost, ...rest}: KeyRecord['scrypt']): Promise<Buffer> {
	// The same passphrase from another keyboard may be composed of other code points.
	return derive(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), keyLength, {
		cost,
		...rest,
		maxmem: 2 * 128 * cost * rest.blockSize * rest.parallelization + 2 ** 20,
	});
}
