import {updateChange} from '../../../domain/change.ts';
import {checkChanged} from '../../../domain/check-in-sheet.ts';
import {findConsequences} from '../../../domain/consequences.ts';
import {type FieldKey, isOnlyReplaced, type StoredField} from '../../../domain/field.ts';
import {storedField} from '../../../domain/field-lists.ts';
import {type Finding, formatBeside, formatFinding, type Problem} from '../../../domain/problem.ts';
import {findUser} from '../../../domain/sheet.ts';
import {fullName, trimValue, type User} from '../../../domain/user.ts';
import {type Model, withNotice} from '../../model.ts';
import {askWhoseValue} from '../../saving/ask-whose-value.ts';
import {userGone} from '../../saving/describe-conflicts.ts';
import {makeChange} from '../../saving/make-change.ts';
import type {Step} from '../../step.ts';
import {insertText, textField} from '../../text-field-state.ts';
import {openProfileChoice} from '../choice/find-choice.ts';
import {type CellEditor, cursorField, cursorUser} from './users-state.ts';

/** Opens the cell under the cursor, with its value or, when a character was typed, with that instead. */
export function openCell(model: Model, typed: string | undefined): Model {
	const user = cursorUser(model.grid, model.sheet);
	const field = cursorField(model.grid);
	if (user === undefined || field.role !== 'stored') return model;
	if (field.kind === 'profile') return openCellProfiles(model, user, typed);
	const editor: CellEditor = {
		id: user.id,
		key: field.key,
		field:
			typed === undefined
				? textField(isOnlyReplaced(field, user[field.key]) ? '' : user[field.key])
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
		return [withNotice(cancelCell(model), userGone, 'bad'), []];
	}
	const field = storedField(editor.key);
	const theirs = user[field.key];
	const isUntouched = isOnlyReplaced(field, theirs) && editor.openedBy === 'key' && editor.field.text === '';
	const value = isUntouched ? theirs : trimValue(field, editor.field.text);
	if (value === theirs) return [cancelCell(model), []];
	const judged = judgeValue(model, user, field, value);
	if ('refused' in judged) {
		return [{...model, grid: {...model.grid, editor: {...editor, problem: judged.refused}}}, []];
	}
	if (theirs !== editor.before) {
		return [askWhoseValue(model, {id: user.id, key: field.key, value}, [], 0), []];
	}
	return changeCell(cancelCell(model), user, judged);
}

/** Closes the open cell and leaves it as it was. */
export function cancelCell(model: Model): Model {
	return {...model, grid: {...model.grid, editor: undefined}};
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
	if (user === undefined) return [withNotice(model, userGone, 'bad'), []];
	const field = storedField(key);
	if (value === user[key]) return [model, []];
	const judged = judgeValue(model, user, field, value);
	if ('refused' in judged) {
		return [withNotice(model, `${field.header}: ${formatFinding(judged.refused)}`, 'bad'), []];
	}
	return changeCell(model, user, judged);
}

/** A user with a new value, and what deserves a look. */
type NewValue = {readonly field: StoredField; readonly after: User; readonly said: readonly Problem[]};

/** Checks a new value once: it breaks a rule, or there may be something to say of it. */
function judgeValue(
	{sheet}: Model,
	user: User,
	field: StoredField,
	value: string,
): NewValue | {readonly refused: Finding} {
	const after = {...user, [field.key]: value};
	const problems = checkChanged(user, after, sheet);
	const refused = problems.find(({severity}) => severity === 'error');
	return refused === undefined
		? {field, after, said: [...problems, ...findConsequences(user, after)]}
		: {refused};
}

function changeCell(model: Model, user: User, {field, after, said}: NewValue): Step {
	const change = updateChange(`Edit ${field.header} of ${fullName(user) || fullName(after)}`, user, after);
	const told =
		said.length === 0
			? model
			: withNotice(model, said.map((problem) => formatBeside(problem, field.header)).join(' '));
	return makeChange(told, change, {from: 'cells'});
}

function openCellProfiles(model: Model, user: User, typed?: string): Model {
	const title = `Profile of ${fullName(user)}`;
	const choose = (value: string) => ({type: 'users/set-cell', id: user.id, key: 'profile', value}) as const;
	return openProfileChoice(model, {title, current: user.profile, choose, aboutUsers: true}, typed);
}
