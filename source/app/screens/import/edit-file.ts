import {undecided} from '../../../csv/import-decisions.ts';
import type {ImportOptions} from '../../../csv/import-plan.ts';
import {closeScreen, type Model, openScreen, withNotice} from '../../model.ts';
import type {Step} from '../../step.ts';
import type {TerminalEffect} from '../../terminal-effect.ts';
import type {EditorMessage} from '../../terminal-message.ts';
import {chosenUsers} from '../export/open-export.ts';
import {fileName, type ImportState} from './import-state.ts';
import {newImport} from './new-import.ts';
import {rejectsOf} from './rejects-of.ts';

/** The rows are users who are there; those with an error stay out, and can be edited once more. */
const editOptions: ImportOptions = {
	profile: {from: 'csv'},
	partial: true,
	overwrite: true,
	matchBy: 'id',
	...undecided,
};

/** Gives the chosen users, or all shown, to the person's editor. No secret is in the file, and so none is changed. */
export function editUsers(model: Model): Step {
	const {users} = chosenUsers(model);
	const content = {kind: 'export', users, profiles: model.sheet.profiles} as const;
	return edit(model, 'edited-users.csv', editOptions, content);
}

/** Gives the rejected rows to the person's editor, with what is wrong in each. */
export function editRejects(model: Model, state: ImportState): Step {
	const rejects = rejectsOf(state);
	if (rejects === undefined) return [model, []];
	return edit(model, fileName(rejects.path), {...state.options, partial: true}, rejects.content);
}

/** The wizard waits for what comes back. */
function edit(
	model: Model,
	name: string,
	options: ImportOptions,
	content: Extract<TerminalEffect, {type: 'editor/edit'}>['content'],
): Step {
	const waiting = {isEdited: true, hasChosen: true, options, progress: {done: 0, total: 0}} as const;
	const wizard: ImportState = {...newImport(model.sheet, name), ...waiting};
	return [openScreen(model, wizard), [{type: 'editor/edit', content, suffix: '.csv'}]];
}

/** What the editor has left is read and judged like any other file. */
export function takeEdited(model: Model, screen: ImportState, message: EditorMessage): Step {
	const isWaiting = screen.isEdited === true && screen.step === 'file';
	const before = isWaiting ? closeScreen(model) : model;
	if (message.type === 'editor/failed') return [withNotice(before, message.message, 'bad'), []];
	if (!message.isChanged) return [withNotice(before, 'Nothing was changed in the editor.'), []];
	if (!isWaiting) return [model, []];
	return [model, [{type: 'file/take', bytes: message.bytes, name: screen.file.field.text}]];
}
