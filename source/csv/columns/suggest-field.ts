import type {FieldKey} from '../../domain/field.ts';
import {count, quote} from '../../domain/problem.ts';
import {findField, findNearest, splitBrackets} from '../find-field.ts';
import {describeFit} from './value-shape.ts';

/** A field for which a column may be meant, and why. */
export type Suggestion = {readonly key: FieldKey; readonly reason: string};

/**
 * The field that a column may be meant for, as its name is nearly that of the field and its values look like those of the field. Never one
 * of which a wrong value would do harm unseen: an ID, a secret, a PIN (rules.md 4.14).
 */
export function suggestField(header: string, values: readonly string[]): Suggestion | undefined {
	const {outer, inner} = splitBrackets(header);
	const named = inner === undefined ? undefined : findField(outer);
	const nearest = named === undefined ? findNearest(header, false) : {field: named, distance: 0};
	if (nearest === undefined) return undefined;
	const {field, distance} = nearest;
	if (field.role !== 'stored') return undefined;
	const fit = describeFit(field.key, values);
	if (fit === undefined) return undefined;
	const likeness =
		distance === 0
			? `It is ${quote(field.header)} but for what is in brackets`
			: `It is nearly a name of ${quote(field.header)} (${count(distance, 'letter')} different)`;
	return {key: field.key, reason: `${likeness}, and ${fit}.`};
}
