import {createHash} from 'node:crypto';
import path from 'node:path';
import {shortText} from '../../domain/short-text.ts';
import {readSmallFile} from '../disk/read-small-file.ts';

/** The SSH key of a login. */
export type SshKey = {
	/** What tells it from other keys: the identity that its certificate names, or its fingerprint. */
	readonly id: string;
	/** What a person calls it: that identity, its comment, or its fingerprint. */
	readonly name: string;
};

/**
 * The key of this login, where sshd tells it (`ExposeAuthInfo yes`). It says `publickey ssh-ed25519 AAAA…` and no comment:
 * that is in the list of keys of the account.
 *
 * @param home of the account that was logged in to
 */
export function readSshKey(environment: NodeJS.ProcessEnv, home: string): SshKey | undefined {
	const {SSH_USER_AUTH: file} = environment;
	if (!file) return undefined;
	const told = readSmallFile(file, false) ?? '';
	const key = /^publickey (\S+) ([A-Za-z\d+/]+)=*\s*$/m.exec(told)?.[2];
	if (key === undefined) return undefined;
	const blob = Buffer.from(key, 'base64');
	const identity = shortText(identityOf(blob));
	if (identity !== undefined) return {id: identity, name: identity};
	const id = `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
	return {id, name: shortText(findComment(key, home)) ?? id};
}

/** A line of such a list is: options, kind, key, comment. */
function findComment(key: string, home: string): string | undefined {
	for (const name of ['authorized_keys', 'authorized_keys2']) {
		const text = readSmallFile(path.join(home, '.ssh', name), true) ?? '';
		for (const line of text.split(/\r?\n/)) {
			const at = line.startsWith('#') ? -1 : line.indexOf(` ${key}`);
			const rest = /^=*(?:\s+(.*))?$/.exec(line.slice(at + 1 + key.length));
			if (at !== -1 && rest !== null) return rest[1];
		}
	}
	return undefined;
}

/** How many fields make up the public key of each kind, before the certificate goes on. */
const keyFields: Readonly<Record<string, number>> = {
	'ssh-ed25519': 1,
	'ssh-rsa': 2,
	'ssh-dss': 4,
	'ecdsa-sha2-nistp256': 2,
	'ecdsa-sha2-nistp384': 2,
	'ecdsa-sha2-nistp521': 2,
	'sk-ssh-ed25519': 2,
	'sk-ecdsa-sha2-nistp256': 3,
};

/** The identity in a certificate (PROTOCOL.certkeys of OpenSSH): kind, nonce, public key, serial, type, identity. */
function identityOf(blob: Buffer): string | undefined {
	try {
		let at = 0;
		const next = (): string => {
			const end = at + 4 + blob.readUInt32BE(at);
			const field = blob.toString('utf8', at + 4, end);
			at = end;
			return field;
		};
		const kind = /^(.+)-cert-v01@openssh\.com$/.exec(next())?.[1];
		const fields = kind === undefined ? undefined : keyFields[kind];
		if (fields === undefined) return undefined;
		for (let skipped = 0; skipped <= fields; skipped += 1) next();
		at += 8 + 4;
		return next();
	} catch {
		// Cut off.
		return undefined;
	}
}
