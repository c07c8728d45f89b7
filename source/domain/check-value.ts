import {z} from 'zod';
import {type Finding, writeInstead} from './problem.ts';

const ipAddress = z.union([z.ipv4(), z.ipv6()]);
const hostName = /^(?=.{1,253}\.?$)(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*\.?$/i;
const onlyDigitsAndDots = /^[\d.]+$/;

/** A directory number has neither white space nor control characters (rules.md 1.1). */
export function checkDirectoryNumber(value: string): Finding | undefined {
	// The column DN of a directory export, whose short name is also that of the directory number.
	if (/^(?:cn|ou|dc|uid|o)=/i.test(value))
		return {
			code: 'distinguished-name',
			message: 'It is the distinguished name of a directory entry, and not a number.',
			short: 'A directory name, no number',
			fix: 'Remove the column, or export the telephone number instead.',
		};
	if (!/[\s\p{Cc}\p{Cf}]/u.test(value)) return undefined;
	const fixed = value.replaceAll(/[\s\p{Cc}\p{Cf}]/gu, '');
	return {
		code: 'directory-number',
		message: 'It has white space or control characters in it.',
		short: 'Blank or control character',
		...(fixed === '' ? {} : writeInstead(fixed)),
	};
}

/** What deserves a look in a directory number: other characters than digits, letters and `* # + . _ -` (rules.md 1.1). */
export function checkUsualNumber(value: string): Finding | undefined {
	if (/^[\dA-Za-z*#+._-]*$/.test(value)) return undefined;
	return {
		code: 'unusual-number',
		message: 'Usual are only digits, letters and * # + . _ -.',
		short: 'Unusual characters',
	};
}

/** A service user name is a login ID: at least 2 characters, and an @ is neither first nor last (rules.md 1.1). */
export function checkServiceUser(value: string): Finding | undefined {
	if ([...value].length < 2) {
		return {
			code: 'login-length',
			message: 'It needs at least 2 characters.',
			short: '2 characters are needed',
		};
	}
	if (!/^@|@$/.test(value)) return undefined;
	return {
		code: 'login-at-sign',
		message: 'An @ may be neither its first character nor its last.',
		short: '@ is first or last',
	};
}

/** IP address or host name. */
export function checkHostName(value: string): Finding | undefined {
	if (isHostName(value)) return undefined;
	return {
		code: 'host-name',
		message: 'Neither an IP address nor a host name.',
		short: 'Not a host or IP address',
	};
}

/** Full host name (with its domain) or IP address. */
export function checkFullHostName(value: string): Finding | undefined {
	if (isHostName(value) && (value.includes('.') || value.includes(':'))) return undefined;
	return {
		code: 'full-host-name',
		message: 'Neither an IP address nor a full host name.',
		short: 'Not a full host name',
		...(isHostName(value) ? {fix: 'Add its domain.'} : {}),
	};
}

/** User names at PBX and MBG have no white space. */
export function checkNoWhiteSpace(value: string): Finding | undefined {
	if (!/\s/u.test(value)) return undefined;
	return {
		code: 'white-space',
		message: 'It has white space in it.',
		short: 'White space inside',
		...writeInstead(value.replaceAll(/\s+/gu, '')),
	};
}

function isHostName(value: string): boolean {
	if (ipAddress.safeParse(value).success) return true;
	return hostName.test(value) && !onlyDigitsAndDots.test(value);
}
