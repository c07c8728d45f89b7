import {type Finding, quote, writeInstead} from './problem.ts';

const atom = "[\\w!#$%&'*+/=?^`{|}~-]+";
const label = '(?!-)[a-z\\d-]{1,63}(?<!-)';
/** What mail servers take: ASCII, dots only between other characters, and a domain of two parts or more, the last without digits. */
const address = new RegExp(
	`^(?=.{1,64}@)${atom}(?:\\.${atom})*@(?=.{1,253}$)(?:${label}\\.)+(?:[a-z]{2,63}|xn--[a-z\\d-]{1,58}[a-z\\d])$`,
	'i',
);

/** One address, ASCII, with a domain (rules.md 1.1). Where it is sure which address is meant, the fix is that one. */
export function checkEmail(value: string): Finding | undefined {
	if (address.test(value)) return undefined;
	const meant = findAddresses(value);
	const [first, ...others] = meant;
	if (first === undefined || others.length === 0) {
		return {
			code: 'email-address',
			message: 'Not an e-mail address.',
			short: 'Not an e-mail address',
			...(first === undefined ? findHint(value) : writeInstead(first)),
		};
	}
	return {
		code: 'email-address',
		message: `There are ${meant.length} e-mail addresses, and only one is possible.`,
		short: 'Several e-mail addresses',
		fix: `Keep one of them, such as ${quote(first)}.`,
	};
}

/** Characters of the longest value in which an address is looked for. */
const longestGuess = 1000;

/** What to do where no address can be guessed. */
const hints: readonly (readonly [RegExp, string])[] = [
	[/[^\u0000-\u007f]/, 'Write it in ASCII characters only.'],
	[/\S\s+\S/, 'Remove the white space.'],
	[/@[^.@]+$/, 'The domain after the @ needs a dot, as in example.com.'],
];

function findHint(value: string): Pick<Finding, 'fix'> {
	const fix = hints.find(([pattern]) => pattern.test(value))?.[1];
	return fix === undefined ? {} : {fix};
}

/**
 * The addresses that were meant, each once: without the name before `<…>`, a `mailto:` before it, quotes around it, or a
 * blank beside the @ or a dot, and with a dot for a comma. None where something else is left that could be a part of one: then nothing is sure.
 */
function findAddresses(value: string): readonly string[] {
	if (value.length > longestGuess) return [];
	const plain = value
		.normalize('NFKC')
		.replaceAll(/[\p{Cc}\p{Cf}]/gu, (character) => (/\s/.test(character) ? ' ' : ''))
		.replaceAll(/[‘’ʼ´]/g, "'")
		.replaceAll(/\s*(?:@|\(at\)|\[at\])\s*/gi, '@');
	const inBrackets = [...plain.matchAll(/<([^<>]*)>/g)].map(([, inside = '']) => inside);
	const parts = inBrackets.length > 0 ? inBrackets : plain.replaceAll(/\([^()]*\)/g, ' ').split(/[\s,;]+/);
	const addresses = parts.map(takeAddress).filter((part) => part !== '');
	if (addresses.every((part) => address.test(part))) return [...new Set(addresses)];
	// Beside an address that is whole, what is left may be the end of its domain, or another name.
	if (addresses.some((part) => address.test(part)) || inBrackets.length > 1) return [];
	const ended = (inBrackets[0] ?? plain).replace(/[\s,;]+$/, '');
	const dotted = takeAddress(ended.replaceAll(/(?<=\S),(?=\S)|\s*\.\s*/g, '.'));
	return address.test(dotted) ? [dotted] : [];
}

/** A part of the value without what is put around addresses, its domain in ASCII. */
function takeAddress(part: string): string {
	const bare = part
		.trim()
		.replace(/^(?:mailto|smtp):([^?]*).*$/i, '$1')
		.replace(/^(["'])(.*)\1$/, '$2')
		.replaceAll(/^[<(]+|[>)./:]+$/g, '');
	const at = bare.lastIndexOf('@');
	const domain = bare.slice(at + 1);
	// A domain has an ASCII form; a local part has none.
	if (at < 1 || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || !/[^\u0000-\u007f]/.test(domain)) return bare;
	const host = URL.parse(`http://${domain}/`)?.hostname;
	return host === undefined ? bare : `${bare.slice(0, at)}@${host}`;
}
