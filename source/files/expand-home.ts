import {homedir} from 'node:os';
import path from 'node:path';

/** A path with a leading `~` for the home folder, as a shell takes it. */
export function expandHome(typed: string): string {
	return typed === '~' || typed.startsWith('~/') ? path.join(homedir(), typed.slice(1)) : typed;
}
