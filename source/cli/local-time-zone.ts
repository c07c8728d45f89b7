import {isTimeZone} from '../domain/local-time.ts';
import type {Io} from './io.ts';

/** The zone that the environment names, or else the one of the machine. */
export function localTimeZone({env}: Io): string {
	return env.TZ !== undefined && isTimeZone(env.TZ)
		? env.TZ
		: new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
