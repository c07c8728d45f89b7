import {homedir, userInfo} from 'node:os';
import type {Author} from '../../domain/entry.ts';
import {shortText} from '../../domain/short-text.ts';
import {readOwnSetting} from './own-setting.ts';
import {readSshKey, type SshKey} from './ssh-key.ts';

/** Who sits at this process, as far as the system, sudo, doas and sshd tell. Nothing of it fails: at worst it is the account. */
export function currentAuthor(environment: NodeJS.ProcessEnv = process.env): Author {
	const client = shortText(environment.SSH_CONNECTION?.trim().split(/\s+/)[0]);
	const {user, key} = currentAccount(environment);
	const name =
		shortText(environment.USERSHEET_NAME) ??
		shortText(readOwnSetting('names', accountName({user, key}), environment));
	return {
		user,
		...(name === undefined ? {} : {name}),
		...(key === undefined ? {} : {key: key.name}),
		...(client === undefined ? {} : {client}),
	};
}

/** What a name of one's own belongs to: the account, and with it the key, since several people may share an account. */
export function currentAccountName(environment: NodeJS.ProcessEnv = process.env): string {
	return accountName(currentAccount(environment));
}

type Account = {readonly user: string; readonly key: SshKey | undefined};

function currentAccount(environment: NodeJS.ProcessEnv): Account {
	const called = callerName(environment);
	const own = ownAccount(environment);
	return {user: called ?? own.user, key: readSshKey(environment, own.home)};
}

function accountName({user, key}: Account): string {
	return key === undefined ? user : `${user} ${key.id}`;
}

/** Who called sudo or doas: the process itself is root. */
function callerName({SUDO_USER, DOAS_USER, SUDO_UID}: NodeJS.ProcessEnv): string | undefined {
	const id = /^\d{1,10}$/.test(SUDO_UID ?? '') ? `user ${SUDO_UID}` : undefined;
	return shortText(SUDO_USER) ?? shortText(DOAS_USER) ?? id;
}

function ownAccount(environment: NodeJS.ProcessEnv): {readonly user: string; readonly home: string} {
	try {
		const {username, homedir: home} = userInfo();
		return {user: username, home};
	} catch {
		// A user ID without an account, as in containers.
		const user = environment.USER || environment.USERNAME || `user ${process.getuid?.() ?? '?'}`;
		return {user: shortText(user) ?? user, home: homedir()};
	}
}
