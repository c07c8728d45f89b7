import {emptyChange} from '../../domain/change.ts';
import {storedField} from '../../domain/field-lists.ts';
import {findUser} from '../../domain/sheet.ts';
import {isReadOnly} from '../../domain/user.ts';
import type {Draft, DraftMessage} from '../draft.ts';
import {keyName} from '../keymap/keymap.ts';
import {type Model, openScreen} from '../model.ts';
import {openForm, openUserForm, resumeForm} from '../screens/form/form-state.ts';
import {openFile} from '../screens/import/update-import.ts';
import {usersTable} from '../screens/users/users-table.ts';
import type {Step} from '../step.ts';
import {goToColumn} from '../table/go-to-column.ts';
import {showRow} from '../table/show-row.ts';
import {textField} from '../text-field-state.ts';
import {describeDraft} from './draft-of.ts';

/** What was half-typed when the last session ended is offered once, and then gone. */
export function updateDraft(model: Model, message: DraftMessage): Step {
	switch (message.type) {
		case 'draft/offer':
			return offer(model, message.draft);
		case 'draft/resume': {
			const [next, effects] = resume(model, message.draft);
			return [next, [{type: 'draft/forget'}, ...effects]];
		}
		case 'draft/discard':
			return [model, [{type: 'draft/forget'}]];
	}
}

function offer(model: Model, draft: Draft): Step {
	const details = describeDraft(draft, model);
	if (details.length === 0) return [model, [{type: 'draft/forget'}]];
	const question = {
		name: 'confirm',
		question: 'The last session was cut off before this was saved. Go on with it?',
		details: [...details, `${keyName(model, 'confirm.no')} throws it away.`],
		action: 'Go on with it',
		confirm: {type: 'draft/resume', draft},
		refuse: {type: 'draft/discard'},
	} as const;
	return [openScreen(model, question), []];
}

function resume(model: Model, draft: Draft): Step {
	const {refused = []} = draft;
	const change = emptyChange('');
	const open = refused.map((cell) => ({...cell, from: 'cells', change, isAsked: false}) as const);
	const cell = resumeCell({...model, refused: [...model.refused, ...open]}, draft);
	const next = resumeTyped(cell, draft);
	return draft.import === undefined ? [next, []] : openFile(next, draft.import.path, draft.import);
}

/** The form open again, unless its user is gone. */
function resumeTyped(model: Model, {form, edited}: Draft): Model {
	if (form === undefined) return model;
	const {sheet} = model;
	const user = edited === undefined ? undefined : findUser(sheet, edited);
	if (user === undefined && edited !== undefined) return model;
	const start = user === undefined ? openForm(form.profile ?? '') : openUserForm(user, sheet, false);
	return openScreen(model, resumeForm(start, form));
}

/** The cell open again, unless its user is gone or it may not be changed any more. */
function resumeCell(model: Model, {cell}: Draft): Model {
	const user = cell === undefined ? undefined : findUser(model.sheet, cell.id);
	if (cell === undefined || user === undefined || isReadOnly(storedField(cell.key), user.origin))
		return model;
	const shown = goToColumn(model, usersTable(model.grid, model), cell.key);
	const grid = showRow(shown.grid, cell.id);
	const editor = {
		id: cell.id,
		key: cell.key,
		field: textField(cell.text),
		openedBy: 'key',
		before: user[cell.key],
	} as const;
	return {...shown, grid: {...grid, editor}};
}
