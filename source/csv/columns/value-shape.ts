import type {FieldKey} from '../../domain/field.ts';
import {count} from '../../domain/problem.ts';

/** What the values of a field look like. */
type Shape = {
	readonly fits: RegExp;
	/** What is said of one value that fits, and of more. */
	readonly one: string;
	readonly many: string;
};

const name: Shape = {fits: /^[^\d@]*\p{L}[^\d@]*$/u, one: 'is a name', many: 'are names'};
const number: Shape = {fits: /^[\d\s()+./*#-]*\d[\d\s()+./*#-]*$/, one: 'is a number', many: 'are numbers'};
const host: Shape = {fits: /^[\w-]+(?:\.[\w-]+)+\.?$/, one: 'is a host', many: 'are hosts'};
const login: Shape = {fits: /^[^\s@]+$/, one: 'is one word', many: 'are one word'};

/** Only for these fields a column may be suggested by the likeness of its name: never for the ID, a secret or a PIN (rules.md 4.14). */
const shapes: Readonly<Partial<Record<FieldKey, Shape>>> = {
	profile: {fits: /^[^@]*\p{L}[^@]*$/u, one: 'is a text', many: 'are texts'},
	firstName: name,
	lastName: name,
	email: {fits: /^[^\s@]+@[^\s@]+$/, one: 'has an @', many: 'have an @'},
	directoryNumber: number,
	voicemailNumber: number,
	pbxSipHost: host,
	serviceHost: host,
	pbxSipUser: {fits: /^(?=.*\d)[^\s@]+$/, one: 'is a device number', many: 'are device numbers'},
	mbgSipUser: login,
	serviceUser: {fits: /^\S+$/, one: 'is one word', many: 'are one word'},
};

/** Characters of a value that are looked at. */
const longestLookedAt = 300;

/** "3 of 4 values have an @", where most values look like those of the field; undefined where they do not, or where there is none. */
export function describeFit(key: FieldKey, values: readonly string[]): string | undefined {
	const shape = shapes[key];
	if (shape === undefined) return undefined;
	const fitting = values.filter((value) => shape.fits.test(value.slice(0, longestLookedAt))).length;
	if (fitting * 2 <= values.length) return undefined;
	const verb = fitting === 1 ? shape.one : shape.many;
	return `${fitting} of ${count(values.length, 'value')} ${verb}`;
}
