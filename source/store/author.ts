import {userInfo} from 'node:os';
import type {Author} from '../domain/entry.ts';

/** Who sits at this process: the operating system's user, and the machine of an SSH connection. */
export function currentAuthor(environment: NodeJS.ProcessEnv = process.env): Author {
	const client = environment.SSH_CONNECTION?.trim().split(/\s+/)[0];
	return {user: userName(environment), ...(client ? {client} : {})};
}

function userName(environment: NodeJS.ProcessEnv): string {
	try {
		return userInfo().username;
	} catch {
		// A user ID without an account, as in containers.
		return environment.USER || environment.USERNAME || `user ${process.getuid?.() ?? '?'}`;
	}
}
