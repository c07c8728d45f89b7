import {checkCell, checkInSheet} from '../../../domain/check-in-sheet.ts';
import {type FieldKey, isOnlyReplaced, type StoredField, type UserValues} from '../../../domain/field.ts';
import {formFields, storedField, storedFields} from '../../../domain/field-lists.ts';
import {type HandOverWay, valuesToHandOver} from '../../../domain/plan-hand-over.ts';
import type {Problem} from '../../../domain/problem.ts';
import {findUser, type Sheet} from '../../../domain/sheet.ts';
import {emptyUser, emptyValues, isReadOnly, trimValue, type User} from '../../../domain/user.ts';
import {type TextFieldState, textField} from '../../text-field-state.ts';

export type FormButton = 'save' | 'save-another' | 'cancel';

/** Where the keys go: a line of text, the list of profiles, or a button. */
export type FormFocus =
	/** The text is the form's value for the key; `caret` counts the graphemes before it. */
	| {readonly kind: 'text'; readonly key: FieldKey; readonly caret: number}
	| {readonly kind: 'profile'}
	| {readonly kind: 'button'; readonly button: FormButton};

/** Who gives a number away, as the form was opened with, and what becomes of them. */
export type HandOver = {readonly from: User; readonly way: HandOverWay};

/** The form of one user: a new one, or one of the sheet. */
export type FormState = {
	readonly name: 'form';
	/** The user who is edited, as the form was opened with; undefined for a new one. */
	readonly edited: User | undefined;
	/** The user whose number goes to the new one. */
	readonly handOver?: HandOver;
	/** As typed, untrimmed. */
	readonly values: UserValues;
	/** What it was opened with: cancelling asks when something differs. What is only replaced is blank in it. */
	readonly start: UserValues;
	/** Where Tab goes, from top to bottom. */
	readonly stops: readonly (StoredField | FormButton)[];
	readonly focus: FormFocus;
	/** What is wrong, for the fields that have been left; of an existing user for all. */
	readonly problems: ReadonlyMap<FieldKey, Problem>;
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly form: FormState;
	}
}

const filledIn = formFields.filter((field) => field.role === 'stored');

/** An empty form for a profile, with the focus on the first name. */
export function openForm(profile: string): FormState {
	const start = {...emptyValues, profile};
	return {
		name: 'form',
		edited: undefined,
		values: start,
		start,
		stops: [...filledIn, 'save', 'save-another', 'cancel'],
		focus: {kind: 'text', key: 'firstName', caret: 0},
		problems: new Map(),
	};
}

/** The form of a user who gets the number of another one. */
export function openHandOverForm(handOver: HandOver): FormState {
	const given = valuesToHandOver(handOver.from);
	const form = openForm(handOver.from.profile);
	const start = {...form.start, ...given, ...blankReplaced(given)};
	const stops = form.stops.filter((stop) => stop !== 'save-another');
	return {...form, handOver, values: start, start, stops};
}

/**
 * The form of a user of the sheet. What belongs to another system (rules.md 1.5) is shown, and never has the focus.
 *
 * @param isLocked whether nothing can be changed at all
 */
export function openUserForm(edited: User, sheet: Sheet, isLocked: boolean): FormState {
	const start = {...edited, ...blankReplaced(edited)};
	const open = isLocked ? [] : filledIn.filter((field) => !isReadOnly(field, edited.origin));
	const form: FormState = {
		name: 'form',
		edited,
		values: start,
		start,
		stops: [...open, ...(isLocked ? [] : (['save'] as const)), 'cancel'],
		focus: {kind: 'button', button: 'cancel'},
		problems: firstOfEach(checkInSheet(edited, sheet)),
	};
	return focusOn(form, open.length > 1 && open[0]?.kind === 'profile' ? 1 : 0);
}

/** A form as it was left: changed, where the values differ from those it would be opened with. */
export function resumeForm(form: FormState, values: Partial<UserValues>): FormState {
	return focusField({...form, values: {...form.values, ...values}}, 'firstName');
}

/** The line of text that has the keys, or undefined when a list or a button has them. */
export function focusedText({focus, values}: FormState): TextFieldState | undefined {
	return focus.kind === 'text' ? {text: values[focus.key], caret: focus.caret} : undefined;
}

/** The place of the focus among the fields and buttons. */
export function focusIndex({focus, stops}: FormState): number {
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
	const {length} = form.stops;
	return focusOn(checkFocused(form, sheet), (focusIndex(form) + by + length) % length);
}

/** The focus on one field, where it can be filled in. */
export function focusField(form: FormState, key: FieldKey): FormState {
	return focusOn(
		form,
		form.stops.findIndex((stop) => typeof stop !== 'string' && stop.key === key),
	);
}

/** A value typed, chosen or generated. What was wrong with it is looked at again. */
export function setValue(form: FormState, key: FieldKey, value: string, sheet: Sheet): FormState {
	const values = {...form.values, [key]: value};
	const next = {...form, values};
	return form.problems.has(key) ? checkFormField(next, key, sheet) : next;
}

/** The user as saving would make it: as the sheet has it now, with what was typed as it would be stored; a new one has the next ID. */
export function userOf(form: FormState, sheet: Sheet): User {
	const {edited, start, values} = form;
	const now =
		edited === undefined
			? {...emptyUser, ...start, ...storedValues(form), id: sheet.nextId}
			: (findUser(sheet, edited.id) ?? edited);
	const typed = changedKeys(form).map((key) => [key, trimValue(storedField(key), values[key])] as const);
	return {...now, ...Object.fromEntries(typed)};
}

/** The values that stay where nothing is typed: those of the user who is edited, or what comes with a number. */
export function storedValues({edited, handOver}: FormState): Partial<UserValues> {
	return edited ?? (handOver === undefined ? {} : valuesToHandOver(handOver.from));
}

/** What is only replaced is blank in the form. */
function blankReplaced(values: Partial<UserValues>): Partial<UserValues> {
	const blank = storedFields.filter((field) => isOnlyReplaced(field, values[field.key] ?? ''));
	return Object.fromEntries(blank.map(({key}) => [key, '']));
}

/** The fields in which anything differs from what the form was opened with. */
export function changedKeys({values, start}: FormState): readonly FieldKey[] {
	return storedFields.map(({key}) => key).filter((key) => values[key] !== start[key]);
}

/** The worst of what is wrong with each field: errors come first. */
export function firstOfEach(problems: readonly Problem[]): ReadonlyMap<FieldKey, Problem> {
	const found = new Map<FieldKey, Problem>();
	for (const problem of problems) {
		const field = storedFields.find(({header}) => header === problem.column);
		if (field !== undefined && !found.has(field.key)) found.set(field.key, problem);
	}
	return found;
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
	const stop = form.stops[index];
	if (stop === undefined) return form;
	if (typeof stop === 'string') return {...form, focus: {kind: 'button', button: stop}};
	if (stop.kind === 'profile') return {...form, focus: {kind: 'profile'}};
	return {...form, focus: {kind: 'text', key: stop.key, caret: textField(form.values[stop.key]).caret}};
}
