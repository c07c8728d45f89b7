import {type Finding, quote} from '../problem.ts';
import {nearestNamed} from '../profile.ts';
import {findPlaceholder, type MessageSubject, type Placeholder, placeholders} from './placeholders.ts';

/** A part of a template: what its author has written, or what is put in for one user. */
type Piece =
	| {readonly kind: 'literal'; readonly text: string}
	| {
			readonly kind: 'placeholder';
			readonly placeholder: Placeholder;
			/** As it is written, with its braces. */
			readonly written: string;
			/** `{Contact?}`: a line in which it is empty is left out. */
			readonly isOptional: boolean;
	  };

/** A text with placeholders, line by line. */
export type Template = {
	readonly lines: readonly (readonly Piece[])[];
	/** What makes it unusable for everybody: placeholders that there are not. */
	readonly faults: readonly TemplateFault[];
};

/** What is wrong with a placeholder, as it is written in braces. */
export type TemplateFault = Finding & {readonly written: string};

/** A part of a text for one user; `placeholder` is absent where the author of the template has written it. */
export type FilledPiece = {readonly text: string; readonly placeholder?: Placeholder};

/** A template with the values of one user put in. */
export type FilledTemplate = {
	readonly lines: readonly (readonly FilledPiece[])[];
	/** Placeholders for which the user has no value, as they are written. */
	readonly empty: readonly string[];
};

const placeholderPattern = /\{[^{}\r\n]*\}/g;

/** A few texts are filled for many users. */
const parsed = new Map<string, Template>();
const mostParsed = 50;

/** Reads a text with placeholders like `{First name}`; braces around anything that has lines in it are only braces. */
export function parseTemplate(text: string): Template {
	const known = parsed.get(text);
	if (known !== undefined) return known;
	if (parsed.size >= mostParsed) parsed.clear();
	const template = readTemplate(text);
	parsed.set(text, template);
	return template;
}

function readTemplate(text: string): Template {
	const faults: TemplateFault[] = [];
	const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => {
		const pieces: Piece[] = [];
		let end = 0;
		for (const match of line.matchAll(placeholderPattern)) {
			const [written] = match;
			if (match.index > end) pieces.push({kind: 'literal', text: line.slice(end, match.index)});
			end = match.index + written.length;
			const name = written.slice(1, -1).trim();
			const isOptional = name.endsWith('?');
			const placeholder = findPlaceholder(isOptional ? name.slice(0, -1) : name);
			if (typeof placeholder === 'object')
				pieces.push({kind: 'placeholder', placeholder, written, isOptional});
			else faults.push({written, ...(placeholder === 'secret' ? secretPlaceholder : describeUnknown(name))});
		}
		if (end < line.length || line === '') pieces.push({kind: 'literal', text: line.slice(end)});
		return pieces;
	});
	return {lines, faults};
}

/** Puts in the values of one user. Lines with an optional value that is empty are left out, and so is the second of two blank lines. */
export function fillTemplate({lines}: Template, subject: MessageSubject): FilledTemplate {
	const empty: string[] = [];
	const filled: (readonly FilledPiece[])[] = [];
	for (const line of lines) {
		const pieces = line.map((piece) =>
			piece.kind === 'literal'
				? {text: piece.text}
				: {text: cleanValue(piece.placeholder.read(subject)), placeholder: piece.placeholder, piece},
		);
		const missing = pieces.filter(({text, piece}) => piece !== undefined && text === '');
		if (missing.some(({piece}) => piece?.isOptional === true)) continue;
		for (const {piece} of missing) if (piece !== undefined) empty.push(piece.written);
		if (isBlankLine(pieces) && isBlankLine(filled.at(-1) ?? [])) continue;
		filled.push(pieces.map(({piece: _, ...rest}) => rest));
	}
	return {lines: isBlankLine(filled.at(-1) ?? []) ? filled.slice(0, -1) : filled, empty};
}

/** A filled text as one, line by line. */
export function joinPieces({lines}: FilledTemplate): string {
	return lines.map((line) => line.map(({text}) => text).join('')).join('\n');
}

function isBlankLine(pieces: readonly {readonly text: string}[]): boolean {
	return pieces.every(({text}) => text.trim() === '');
}

/** A value as it may go into a mail: on one line, and without marks that would turn the order of what follows. */
export function cleanValue(value: string): string {
	if (/^[ -~]*$/.test(value)) return value.trim();
	return value
		.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
		.replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
		.toWellFormed()
		.trim();
}

const secretPlaceholder: Finding = {
	code: 'secret-placeholder',
	message: 'No message has a password or a PIN in it.',
	short: 'Password or PIN',
	fix: 'Take it out: "{PIN note?}" says that there is a PIN.',
};

function describeUnknown(name: string): Finding {
	const nearest = nearestNamed(placeholders, name.replace(/\?$/, ''));
	return {
		code: 'unknown-placeholder',
		message: 'There is no such placeholder.',
		short: 'No such placeholder',
		fix: nearest === undefined ? `There is ${names}.` : `Did you mean ${quote(`{${nearest.name}}`)}?`,
	};
}

const names = placeholders.map(({name}) => `{${name}}`).join(', ');
