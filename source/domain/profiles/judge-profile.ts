import {hasUnsafeCharacters} from '../../terminal/text/visible-text.ts';
import {storedField} from '../field-lists.ts';
import {checkTemplates} from '../message/check-templates.ts';
import {type Finding, type Problem, quote} from '../problem.ts';
import {findProfile, type Profile} from '../profile.ts';
import {type ProfileField, profileFields, showProfileValue} from './profile-fields.ts';

const longestName = storedField('profile').longest;
/** Most characters of a line, and of a text of several lines, in UTF-16 units. */
const [longestLine, longestText] = [1000, 20_000];

/** The profile with another value, given as text: `on` or `off` for a switch. */
export function withProfileText(profile: Profile, {kind, key}: ProfileField, text: string): Profile {
	return {...profile, [key]: kind === 'switch' ? text === 'on' : text.trim()};
}

/**
 * Everything wrong with a profile, and what deserves a look (rules.md 1.1, 1.3), in the order of its fields.
 *
 * @param others the profiles of the sheet without this one
 */
export function judgeProfile(profile: Profile, others: readonly Profile[]): readonly Problem[] {
	return profileFields.flatMap((field) => judgeProfileValue(profile, field, others) ?? []);
}

/** What {@link judgeProfile} says about one field. */
export function judgeProfileValue(
	profile: Profile,
	field: ProfileField,
	others: readonly Profile[],
): Problem | undefined {
	if (field.kind === 'switch') return undefined;
	const value = showProfileValue(field, profile);
	const place = {column: field.label, value};
	const isEmpty = value === '';
	const error =
		checkLength(value, field) ??
		(field.kind === 'name' ? checkProfileName(value, others) : isEmpty ? undefined : field.check?.(value));
	if (error !== undefined) return {severity: 'error', ...error, ...place};
	const fault = checkTemplates(profile).find(({column}) => column === field.label);
	if (fault !== undefined) return {...fault, ...place, ...describeFault(fault)};
	const doubt = field.kind === 'text' && !isEmpty ? field.doubt?.(value) : undefined;
	return doubt === undefined ? undefined : {severity: 'warning', ...doubt, ...place};
}

/** What can never be in a message refuses the text; all else in it only keeps messages from being sent (rules.md 5.0). */
const refused = new Set(['secret-placeholder', 'circular-placeholder']);

function describeFault({code, message, value = ''}: Problem): Pick<Problem, 'severity' | 'message'> {
	return {
		severity: refused.has(code) ? 'error' : 'warning',
		message: value === '' ? message : `${quote(value)}: ${message}`,
	};
}

/** A profile needs a name that no other one has (rules.md 1.3). */
function checkProfileName(name: string, others: readonly Profile[]): Finding | undefined {
	if (name === '')
		return {code: 'profile-name', message: 'A profile needs a name.', short: 'A name is needed'};
	if (hasUnsafeCharacters(name))
		return {
			code: 'control-character',
			message: 'It has characters that cannot be seen, or that could control a terminal.',
			short: 'Invisible characters',
		};
	const taken = findProfile(others, name);
	if (taken === undefined) return undefined;
	return {
		code: 'profile-exists',
		message: `There is a profile ${quote(taken.name)} already.`,
		short: 'Another profile has it',
	};
}

function checkLength({length}: string, field: ProfileField): Finding | undefined {
	const longest = field.kind === 'name' ? longestName : isLongText(field) ? longestText : longestLine;
	if (length <= longest) return undefined;
	return {
		code: 'too-long',
		message: `It has ${length.toLocaleString('en-US')} characters, and at most ${longest.toLocaleString('en-US')} are possible.`,
		short: `Too long: at most ${longest}`,
	};
}

/** Whether a value may have several lines. */
export function isLongText(field: ProfileField): boolean {
	return field.kind === 'text' && field.isLong === true;
}
