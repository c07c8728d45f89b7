import {z} from 'zod';
import {type Finding, writeInstead} from './problem.ts';

const email = z.email();
const ipAddress = z.union([z.ipv4(), z.ipv6()]);
const hostName = /^(?=.{1,253}\.?$)(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*\.?$/i;
const onlyDigitsAndDots = /^[\d.]+$/;

/** Digits, letters and `* # + . _ -`. */
export function checkDirectoryNumber(value: string): Finding | undefined {
	if (/^[\dA-Za-z*#+._-]+$/.test(value)) return undefined;
	return {
		code: 'directory-number',
		message: 'Only digits, letters and * # + . _ - are allowed.',
		short: 'Characters not allowed',
	};
}

/** One address, ASCII, with a domain. */
export function checkEmail(value: string): Finding | undefined {
	if (email.safeParse(value).success) return undefined;
	return {
		code: 'email-address',
		message: 'Not an e-mail address.',
		short: 'Not an e-mail address',
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
