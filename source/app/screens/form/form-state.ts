import {checkCell} from '../../../domain/check-in-sheet.ts';
import type {FieldKey, StoredField, UserValues} from '../../../domain/field.ts';
import {formFields, storedField, storedFields} from '../../../domain/field-lists.ts';
import type {Problem} from '../../../domain/problem.ts';
import type {Sheet} from '../../../domain/sheet.ts';
import {emptyUser, emptyValues, trimValue, type User} from '../../../domain/user.ts';
import {type TextFieldState, textField} from '../../text-field-state.ts';

export type FormButton = 'save' | 'save-another' | 'cancel';

/** Where the keys go: a line of text, the list of profiles, or a button. */
export type FormFocus =
	/** The text is the form's value for the key; `caret` counts the graphemes before it. */
	| {readonly kind: 'text'; readonly key: FieldKey; readonly caret: number}
	| {readonly kind: 'profile'}
	| {readonly kind: 'button'; readonly button: FormButton};

/** The create-user form. */
export type FormState = {
	readonly name: 'form';
	/** As typed, untrimmed. */
	readonly values: UserValues;
	/** What it was opened with: cancelling asks when something differs. */
	readonly start: UserValues;
	readonly focus: FormFocus;
	/** What is wrong, for the fields that have been left. */
	readonly problems: ReadonlyMap<FieldKey, Problem>;
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly form: FormState;
	}
}

const stops: readonly (StoredField | FormButton)[] = [
	...formFields.filter((field) => field.role === 'stored'),
	'save',
	'save-another',
	'cancel',
];

/** An empty form for a profile, with the focus on the first name. */
export function openForm(profile: string): FormState {
	const start = {...emptyValues, profile};
	return {
		name: 'form',
		values: start,
		start,
		focus: {kind: 'text', key: 'firstName', caret: 0},
		problems: new Map(),
	};
}

/** A form as it was left: changed, where the values differ from those of an empty one. */
export function resumeForm(values: Partial<UserValues>): FormState {
	const form = openForm(values.profile ?? '');
	return focusField({...form, values: {...emptyValues, ...values}}, 'firstName');
}

/** The line of text that has the keys, or undefined when a list or a button has them. */
export function focusedText({focus, values}: FormState): TextFieldState | undefined {
	return focus.kind === 'text' ? {text: values[focus.key], caret: focus.caret} : undefined;
}

/** The place of the focus among the fields and buttons. */
export function focusIndex(form: FormState): number {
	const {focus} = form;
	return stops.findIndex((stop) =>
		typeof stop === 'string'
			? focus.kind === 'button' && focus.button === stop
			: stop.kind === 'profile'
				? focus.kind === 'profile'
				: focus.kind === 'text' && focus.key === stop.key,
	);
}

/** The focus some places on, round the end; the field that is left is checked. */
export function moveFocus(form: FormState, by: number, sheet: Sheet): FormState {
	const index = (focusIndex(form) + by + stops.length) % stops.length;
	return focusOn(checkFocused(form, sheet), index);
}

/** The focus on one field. */
export function focusField(form: FormState, key: FieldKey): FormState {
	return focusOn(
		form,
		stops.findIndex((stop) => typeof stop !== 'string' && stop.key === key),
	);
}

/** A value typed, chosen or generated. What was wrong with it is looked at again. */
export function setValue(form: FormState, key: FieldKey, value: string, sheet: Sheet): FormState {
	const values = {...form.values, [key]: value};
	const next = {...form, values};
	return form.problems.has(key) ? checkFormField(next, key, sheet) : next;
}

/** The user who would be created: values as they would be stored, and the next ID. */
export function userOf(form: FormState, sheet: Sheet): User {
	const entries = storedFields.map((field) => [field.key, trimValue(field, form.values[field.key])] as const);
	return {...emptyUser, ...Object.fromEntries(entries), id: sheet.nextId};
}

/** Whether anything differs from what the form was opened with. */
export function isFormChanged(form: FormState): boolean {
	return storedFields.some(({key}) => form.values[key] !== form.start[key]);
}

/** The field that has the focus, checked as when it is left. */
function checkFocused(form: FormState, sheet: Sheet): FormState {
	return form.focus.kind === 'text' ? checkFormField(form, form.focus.key, sheet) : form;
}

function checkFormField(form: FormState, key: FieldKey, sheet: Sheet): FormState {
	const [problem] = checkCell(userOf(form, sheet), storedField(key), sheet);
	const problems = new Map(form.problems);
	if (problem === undefined) problems.delete(key);
	else problems.set(key, problem);
	return {...form, problems};
}

function focusOn(form: FormState, index: number): FormState {
	const stop = stops[index];
	if (stop === undefined) return form;
	if (typeof stop === 'string') return {...form, focus: {kind: 'button', button: stop}};
	if (stop.kind === 'profile') return {...form, focus: {kind: 'profile'}};
	return {...form, focus: {kind: 'text', key: stop.key, caret: textField(form.values[stop.key]).caret}};
}
