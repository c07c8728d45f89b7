import {updateChange} from '../../domain/change.ts';
import {type FieldKey, type StoredField, showValue, storedField} from '../../domain/field.ts';
import {formatFinding} from '../../domain/problem.ts';
import {findUser, surroundingsOf} from '../../domain/sheet.ts';
import {checkField, checkUser, fullName, trimValue, type User} from '../../domain/user.ts';
import {makeChange, type Step} from '../make-change.ts';
import {type Model, openScreen, withNotice} from '../model.ts';
import {insertText, textField} from '../text-field-state.ts';
import {type CellEditor, cursorField, cursorUser} from './grid-state.ts';

/** Opens the cell under the cursor, with its value or, when a character was typed, with that instead. */
export function openCell(model: Model, typed: string | undefined): Model {
	const user = cursorUser(model.grid, model.sheet);
	const field = cursorField(model.grid);
	if (user === undefined || field.role !== 'stored') return model;
	if (field.kind === 'profile') return openProfileChoice(model, user, typed ?? '');
	const editor: CellEditor = {
		id: user.id,
		key: field.key,
		// What is stored of a secret is never shown, so it can only be replaced.
		field:
			typed === undefined
				? textField(field.kind === 'secret' ? '' : user[field.key])
				: insertText(textField(''), typed),
		openedBy: typed === undefined ? 'key' : 'typing',
		before: user[field.key],
	};
	return {...model, grid: {...model.grid, editor}};
}

/** Stores what the open cell holds; when it breaks a rule the cell stays open with the reason. */
export function commitCell(model: Model): Step {
	const {editor} = model.grid;
	if (editor === undefined) return [model, []];
	const user = findUser(model.sheet, editor.id);
	if (user === undefined) {
		return [withNotice(cancelCell(model), 'Somebody else has deleted this user meanwhile.', 'bad'), []];
	}
	const field = storedField(editor.key);
	const isUntouched = field.kind === 'secret' && editor.openedBy === 'key' && editor.field.text === '';
	const value = isUntouched ? user[field.key] : trimValue(field, editor.field.text);
	const finding =
		value === user[field.key] ? undefined : checkField(field.key, value, surroundingsOf(model.sheet));
	if (finding !== undefined) {
		return [{...model, grid: {...model.grid, editor: {...editor, problem: finding}}}, []];
	}
	const theirs = user[field.key];
	if (theirs !== editor.before && theirs !== value && !isUntouched) {
		return [askWhoseValue(model, editor, field, value, theirs), []];
	}
	return changeCell(cancelCell(model), user, field, value);
}

/** Somebody else has changed the value while it was edited here: both are shown, and the person chooses. */
function askWhoseValue(
	model: Model,
	editor: CellEditor,
	field: StoredField,
	mine: string,
	theirs: string,
): Model {
	const show = (value: string) => showValue(field, value) || 'empty';
	return openScreen(model, {
		name: 'choice',
		title: `${field.header} was changed by somebody else meanwhile`,
		items: [
			{
				label: `Yours: ${show(mine)}`,
				detail: 'not saved yet',
				choose: {type: 'grid/choose-value', whose: 'mine'},
			},
			{
				label: `Theirs: ${show(theirs)}`,
				detail: editor.rival ?? '',
				choose: {type: 'grid/choose-value', whose: 'theirs'},
			},
		],
		index: 0,
	});
}

/** The answer: theirs stays and the cell closes, or what was typed is stored over it. */
export function chooseValue(model: Model, whose: 'mine' | 'theirs'): Step {
	const {editor} = model.grid;
	const user = editor === undefined ? undefined : findUser(model.sheet, editor.id);
	if (editor === undefined || user === undefined || whose === 'theirs') return [cancelCell(model), []];
	const informed = {...editor, before: user[editor.key]};
	return commitCell({...model, grid: {...model.grid, editor: informed}});
}

/** Closes the open cell and leaves it as it was. */
export function cancelCell(model: Model): Model {
	const {editor: _, ...grid} = model.grid;
	return {...model, grid};
}

/** Empties the cell under the cursor, if the field may be empty. */
export function clearCell(model: Model): Step {
	const user = cursorUser(model.grid, model.sheet);
	const field = cursorField(model.grid);
	if (user === undefined || field.role !== 'stored') return [model, []];
	return setCell(model, user.id, field.key, '');
}

/** Sets one value of one user without an editor: by Delete, or from a list. */
export function setCell(model: Model, id: number, key: FieldKey, value: string): Step {
	const user = findUser(model.sheet, id);
	if (user === undefined) return [model, []];
	const finding = value === user[key] ? undefined : checkField(key, value, surroundingsOf(model.sheet));
	if (finding !== undefined) return [withNotice(model, formatFinding(finding), 'bad'), []];
	return changeCell(model, user, storedField(key), value);
}

function changeCell(model: Model, user: User, field: StoredField, value: string): Step {
	const after = {...user, [field.key]: value};
	const change = updateChange(`Edit ${field.header} of ${fullName(after)}`, user, after);
	const doubt = checkUser(after, surroundingsOf(model.sheet)).find(
		(problem) => problem.severity === 'warning' && problem.column === field.header,
	);
	const advice =
		doubt !== undefined
			? formatFinding(doubt)
			: field.key === 'serviceUser' && user.serviceUser !== ''
				? 'The client of this user now needs a factory reset, then Deploy again.'
				: undefined;
	return makeChange(
		advice === undefined || change.updated.length === 0 ? model : withNotice(model, advice),
		change,
	);
}

function openProfileChoice(model: Model, user: User, typed: string): Model {
	const {profiles} = model.sheet;
	const wanted = typed === '' ? user.profile : typed;
	const index = profiles.findIndex(({name}) => name.toLowerCase().startsWith(wanted.toLowerCase()));
	return openScreen(model, {
		name: 'choice',
		title: `Profile of ${fullName(user)}`,
		items: profiles.map((profile) => ({
			label: profile.name,
			detail: profile.mbgSipHost,
			choose: {type: 'grid/set-cell', id: user.id, key: 'profile', value: profile.name},
		})),
		index: Math.max(0, index),
	});
}
