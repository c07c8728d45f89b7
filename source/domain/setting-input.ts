import type {Finding} from './problem.ts';

/** What a setting takes: one of some values, the first of which it has at first; a whole number; or a text, which may be empty. */
export type SettingInput =
	| {readonly kind: 'choice'; readonly values: readonly {readonly value: string; readonly help?: string}[]}
	| {
			readonly kind: 'number';
			readonly from: number;
			readonly to: number;
			/** It is a name and no amount, as a port: no commas are in it. */
			readonly isName?: true;
	  }
	| {
			readonly kind: 'text';
			readonly longest?: number;
			/** The rule for a text that is not empty. */
			readonly check?: (value: string) => Finding | undefined;
	  };

/** Most characters of a text where nothing else is said, in UTF-16 units. */
const longestText = 1000;

/** What is wrong with a text as such a value. */
export function checkSettingText(input: SettingInput, text: string): Finding | undefined {
	switch (input.kind) {
		case 'choice': {
			const values = input.values.map(({value}) => value);
			return values.includes(text) ? undefined : oneOf(values);
		}
		case 'number': {
			const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
			return value >= input.from && value <= input.to ? undefined : between(input);
		}
		case 'text': {
			const {longest = longestText, check} = input;
			if (text.length > longest) return tooLong(longest);
			return text === '' ? undefined : (check?.(text) ?? (/\p{Cc}/u.test(text) ? unseen : undefined));
		}
	}
}

function oneOf(values: readonly string[]): Finding {
	const message = `It is one of: ${values.join(', ')}.`;
	return {code: 'setting-choice', message, short: 'Not one of its values'};
}

/** A number as people read it. */
export function displayNumber({isName}: {readonly isName?: true}, value: number): string {
	return isName === true ? String(value) : value.toLocaleString('en-US');
}

function between(input: {readonly from: number; readonly to: number; readonly isName?: true}): Finding {
	const message = `It is a number from ${input.from} to ${displayNumber(input, input.to)}.`;
	return {code: 'setting-number', message, short: 'Not a number in its range'};
}

function tooLong(longest: number): Finding {
	return {
		code: 'too-long',
		message: `At most ${longest.toLocaleString('en-US')} characters are possible.`,
		short: `Too long: at most ${longest}`,
	};
}

const unseen: Finding = {
	code: 'control-character',
	message: 'It has characters in it that cannot be seen.',
	short: 'Invisible characters',
};
