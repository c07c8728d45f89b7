import {z} from 'zod';
import {type Finding, writeInstead} from './problem.ts';

const ipAddress = z.union([z.ipv4(), z.ipv6()]);
const hostName = /^(?=.{1,253}\.?$)(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*\.?$/i;
const onlyDigitsAndDots = /^[\d.]+$/;
/** Looked at first: to say why a host name is no address makes so much waste that collecting it stops everything at 100,000 users. */
const mayBeAddress = /^[\da-f.:]+$/i;

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
	const fixed = findPlainNumber(value) ?? value.replaceAll(/[\s\p{Cc}\p{Cf}]/gu, '');
	return {
		code: 'directory-number',
		message: 'It has white space or control characters in it.',
		short: 'Blank or control character',
		...(fixed === '' ? {} : writeInstead(fixed)),
	};
}

/** What deserves a look in a directory number: other characters than digits, letters and `* # + . _ -` (rules.md 1.1). */
export function checkUsualNumber(value: string): Finding | undefined {
	if (usualNumber.test(value)) return undefined;
	const fixed = findPlainNumber(value);
	return {
		code: 'unusual-number',
		message: 'Usual are only digits, letters and * # + . _ -.',
		short: 'Unusual characters',
		...(fixed === undefined ? {} : writeInstead(fixed)),
	};
}

const usualNumber = /^[\dA-Za-z*#+._-]*$/;
/** A telephone number without the blanks, brackets and slashes between its digits, and without the "(0)" behind the number of a country. */
function findPlainNumber(value: string): string | undefined {
	const plain = value
		.normalize('NFKC')
		.replaceAll(/[\s\p{Cc}\p{Cf}]/gu, '')
		.replace(/^(\+\d{1,3})\(0\)/, '$1')
		.replaceAll(/[‐‑‒–—]/g, '-')
		.replaceAll(/\((\d{2,})\)/g, '$1')
		// Fewer digits behind a slash may be one of several lines.
		.replaceAll(/(?<=\d{2})\/(?=\d{3})/g, '');
	return usualNumber.test(plain) && plain !== value ? plain : undefined;
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
		...fixHost(findHost(value)),
	};
}

/** Where a full host name is usual, an IP address deserves a look (rules.md 1.1). */
export function doubtIpAddress(value: string): Finding | undefined {
	if (!isIpAddress(value)) return undefined;
	return {
		code: 'ip-address',
		message: 'An IP address, where a full host name is expected.',
		short: 'An IP address, no host name',
	};
}

/** Full host name (with its domain) or IP address. */
export function checkFullHostName(value: string): Finding | undefined {
	if (isFullHostName(value)) return undefined;
	const meant = findHost(value);
	return {
		code: 'full-host-name',
		message: 'Neither an IP address nor a full host name.',
		short: 'Not a full host name',
		...(isHostName(value)
			? {fix: 'Add its domain.'}
			: fixHost(meant !== undefined && isFullHostName(meant) ? meant : undefined)),
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

function isFullHostName(value: string): boolean {
	return isHostName(value) && (value.includes('.') || value.includes(':'));
}

/** What a web browser, a telephone or a typing error puts around a host: `https://pbx.example.com/login`, `sip:pbx`, `pbx:5060`, `pbx,example,com`. */
function findHost(value: string): string | undefined {
	const host = value
		.normalize('NFKC')
		.replaceAll(/\p{Cf}/gu, '')
		.trim()
		.replace(/^(?:https?|sips?|ftp):(?:\/\/)?/i, '')
		.replace(/[/?].*$/s, '')
		.replace(/^([^:]*):\d{1,5}$/, '$1')
		.replaceAll(/\s?[.,]\s?/g, '.');
	return host !== value && isHostName(host) ? host : undefined;
}

function fixHost(host: string | undefined): Pick<Finding, 'fix' | 'fixed'> {
	return host === undefined ? {} : writeInstead(host);
}

/** A deployment link has a scheme, as `https:`, and no white space; its value is in no message, as it is a credential. */
export function checkLink(value: string): Finding | undefined {
	if (/^[a-z][a-z\d+.-]*:[^\s\p{Cc}\p{Cf}]+$/iu.test(value)) return undefined;
	return {
		code: 'deployment-link',
		message: 'Not a link: it begins with https:// or another scheme, and has no white space in it.',
		short: 'Not a link',
	};
}

/** The same for a template, whose placeholders `{Like this}` are filled in later. */
export function checkLinkTemplate(value: string): Finding | undefined {
	return checkLink(value.replaceAll(/\{[^{}]*\}/g, 'x'));
}

/** An authentication code is one line of characters that can be read and typed. */
export function checkNoControl(value: string): Finding | undefined {
	if (!/[\p{Cc}\p{Cf}]/u.test(value)) return undefined;
	return {
		code: 'control-character',
		message: 'It has characters in it that cannot be seen.',
		short: 'Invisible characters',
	};
}

function isHostName(value: string): boolean {
	if (isIpAddress(value)) return true;
	return hostName.test(value) && !onlyDigitsAndDots.test(value);
}

function isIpAddress(value: string): boolean {
	return mayBeAddress.test(value) && ipAddress.safeParse(value).success;
}
