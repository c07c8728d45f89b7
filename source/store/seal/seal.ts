import {createCipheriv, createDecipheriv, randomBytes} from 'node:crypto';
import {z} from 'zod';
import {readStart} from '../disk/stored-form.ts';

/** A key that data is encrypted with; the name tells which one without giving anything away. */
export type SealKey = {
	readonly id: string;
	/** 32 bytes. */
	readonly bytes: Uint8Array;
};

/** What something was written with before. */
export type FormerKey = SealKey | 'plain';

/** How the files of a store are protected: as plain text, or encrypted. Plain data, so that a worker can be handed one. */
export type Seal = {
	/** What the key file said: once it says something else, nothing may be written. Empty where there is none. */
	readonly state: string;
	/** The key that everything is written with; absent for plain text. */
	readonly key?: SealKey & {
		/** The JSON of the key file, which goes into every backup: with it the passphrase is enough to read one. */
		readonly record: string;
	};
	/** What some files may still be written with while the passphrase is being set, changed or removed. */
	readonly former?: FormerKey;
	/** What dated copies and drafts may still be written with that could not be read when the passphrase was set or changed. */
	readonly left?: readonly FormerKey[];
};

/** A store that is not encrypted. */
export const plainSeal: Seal = {state: ''};

/** What an encrypted text belongs to: one of a journal is not taken for one of a backup. */
type SealedPart = 'journal' | 'history' | 'backup' | 'draft' | 'key' | 'mailing';

/** Why a text cannot be opened: the end of a sentence about its line or file. */
export type Unopened = {readonly reason: string};

/** Encrypts and decrypts the texts of one part of a store. */
export type Sealer = {
	/** The text as it is stored: itself, or JSON that holds it encrypted. */
	readonly seal: (text: string) => string;
	/** The other way round. A plain text in an encrypted store is refused: anybody could have put it there. */
	readonly open: (stored: string) => string | Unopened;
};

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

// Not z.base64(): a backup is one line, and may have 50 MB.
const sealedSchema = z.strictObject({key: z.string(), sealed: z.string()});

/** How one part of a store is read and written. */
export function sealerFor({key, former}: Seal, part: SealedPart): Sealer {
	const keys = [key, former].filter((known) => known !== undefined && known !== 'plain');
	const mayBePlain = key === undefined || former === 'plain';
	return {
		seal(text) {
			if (key === undefined) return text;
			return JSON.stringify({key: key.id, sealed: encrypt(key, part, Buffer.from(text)).toString('base64')});
		},
		open(stored) {
			const sealed = readSealed(stored);
			if (sealed === undefined) return mayBePlain ? stored : {reason: 'is not encrypted as all the rest is'};
			if (keys.length === 0) return {reason: 'is encrypted, and the key file is missing'};
			const used = keys.find(({id}) => id === sealed.key);
			if (used === undefined) return {reason: 'is encrypted with another passphrase'};
			const bytes = decrypt(used, part, Buffer.from(sealed.sealed, 'base64'));
			return bytes?.toString() ?? {reason: 'was changed by something other than usersheet'};
		},
	};
}

/** Nonce, encrypted bytes and tag (AES-256-GCM); the part and the key's name are authenticated with them. */
export function encrypt(key: SealKey, part: SealedPart, bytes: Uint8Array): Buffer {
	const nonce = randomBytes(nonceLength);
	const cipher = createCipheriv(algorithm, key.bytes, nonce).setAAD(contextOf(key, part));
	const encrypted = [cipher.update(bytes), cipher.final()];
	return Buffer.concat([nonce, ...encrypted, cipher.getAuthTag()]);
}

/** The bytes that were encrypted, or undefined where these are not what the key has made of any. */
export function decrypt(key: SealKey, part: SealedPart, sealed: Uint8Array): Buffer | undefined {
	if (sealed.length < nonceLength + tagLength) return undefined;
	const tagAt = sealed.length - tagLength;
	const decipher = createDecipheriv(algorithm, key.bytes, sealed.subarray(0, nonceLength), {
		authTagLength: tagLength,
	});
	decipher.setAAD(contextOf(key, part)).setAuthTag(sealed.subarray(tagAt));
	try {
		return Buffer.concat([decipher.update(sealed.subarray(nonceLength, tagAt)), decipher.final()]);
	} catch {
		return undefined;
	}
}

function contextOf({id}: SealKey, part: SealedPart): Buffer {
	return Buffer.from(`usersheet ${part} ${id}`);
}

/**
 * The name of the key that a dated copy or a draft is encrypted with, as it begins; undefined where it is not encrypted.
 *
 * @throws system errors
 */
export function readKeyId(file: string): string | undefined {
	// A draft, and a copy that begins with the record of its key in a line.
	return /^(?:\{"key":"|[\da-f]{8} \d{1,10} \{"version":\d+,"id":")([\da-f]{16})"/.exec(
		readStart(file, 80),
	)?.[1];
}

/** Whether a stored text is an encrypted one: no line and no draft of a store that is not encrypted begins like that. */
export function isSealed(stored: string): boolean {
	return stored.startsWith('{"key":"');
}

function readSealed(stored: string): z.infer<typeof sealedSchema> | undefined {
	if (!isSealed(stored)) return undefined;
	try {
		return sealedSchema.safeParse(JSON.parse(stored)).data;
	} catch {
		return undefined;
	}
}
