import {isTimeZone} from '../domain/local-time.ts';

/** The IANA name of the zone that the environment names, or else of the one that the machine's clock is set to. */
export function machineTimeZone({TZ}: NodeJS.ProcessEnv = process.env): string {
	return TZ !== undefined && isTimeZone(TZ) ? TZ : new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
