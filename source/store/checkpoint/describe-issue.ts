import type {z} from 'zod';
import {fields} from '../../domain/field-table.ts';
import {quote} from '../../domain/problem.ts';

/**
 * One finding of the schema as the end of a sentence for an administrator: which user or profile, which field, what is
 * wrong. It names no path and no value: the value may be a password.
 */
export function describeIssue(issue: z.core.$ZodIssue, stored: unknown): string {
	const [list, index, ...rest] = issue.path;
	const inList = (list === 'users' || list === 'profiles') && typeof index === 'number';
	const subject = inList ? nameRecord(list, index, stored) : 'the sheet';
	const key = (inList ? rest : issue.path).at(-1);
	const fault = describeFault(issue, valueAt(stored, issue.path) === undefined);
	if (key === undefined) return `${subject} ${fault}`;
	const field = fields.find((one) => one.key === key)?.header ?? quote(String(key));
	return `${field} of ${subject} ${fault}`;
}

function nameRecord(list: 'users' | 'profiles', index: number, stored: unknown): string {
	const id = valueAt(stored, [list, index, 'id']);
	const place = `number ${index + 1} in the file`;
	if (list === 'profiles') return `the profile ${place}`;
	return Number.isInteger(id) ? `the user with ID ${id} (${place})` : `the user ${place}`;
}

const expectations: Readonly<Record<string, string>> = {
	string: 'is not text',
	number: 'is not a number',
	int: 'is not a whole number',
	boolean: 'is neither true nor false',
	array: 'is not a list',
	object: 'is not a record',
};

function describeFault(issue: z.core.$ZodIssue, missing: boolean): string {
	if (issue.code === 'unrecognized_keys') {
		return `has something that usersheet does not know: ${quote(issue.keys[0] ?? '')}`;
	}
	if (missing) return 'is missing';
	if (issue.code === 'invalid_type') return expectations[issue.expected] ?? 'is of the wrong kind';
	if (issue.code === 'invalid_value') return `is none of ${issue.values.map(String).join(', ')}`;
	if (issue.code === 'too_small') return issue.origin === 'array' ? 'is empty' : 'is too small';
	return issue.code === 'too_big' ? 'is too large' : 'is not valid';
}

function valueAt(stored: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>(
		(value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
		stored,
	);
}
