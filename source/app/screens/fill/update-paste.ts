import {parseBlock} from '../../../csv/parse-block.ts';
import {nameColumns} from '../../../domain/cells/plan-fill.ts';
import {count, formatProblem} from '../../../domain/problem.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, openScreen, withNotice} from '../../model.ts';
import type {Step} from '../../step.ts';
import {copyRows, copyScope} from '../../table/copy-rows.ts';
import {choiceOf} from '../choice/choice-state.ts';
import {scopeKeys, usersScope} from '../users/users-scope.ts';
import {usersTable} from '../users/users-table.ts';
import type {FillMessage} from './fill-messages.ts';
import {type Pasting, pasteJob, readPasted} from './paste-job.ts';

/** What is to be planned, or a step that is done. */
type Begin = (model: Model, pasting: Pasting) => Step;

const notMarked =
	'The terminal does not say whether this was pasted or typed: what was typed so fast would look the same.';

/** Pastes a text of another program. */
export function pasteBlock(
	model: Model,
	{text, unbracketed}: Extract<FillMessage, {type: 'fill/paste'}>,
	begin: Begin,
): Step {
	const block = parseBlock(text);
	if ('refused' in block)
		return [withNotice(model, `Nothing was pasted. ${formatProblem(block.refused)}`, 'bad'), []];
	const pasting = pasteJob(model, {rows: readPasted(block, model), cut: undefined});
	return place(model, unbracketed ? {...pasting, notes: [...pasting.notes, notMarked]} : pasting, begin);
}

/** Pastes what was copied or cut in usersheet. */
export function pasteOwn(model: Model, begin: Begin): Step {
	const {clipboard} = model;
	if (clipboard !== undefined) return place(model, pasteJob(model, clipboard), begin);
	const text = `Nothing was copied here: ${keyName(model, 'table.copy')} copies a range. The terminal pastes what other programs have copied.`;
	return [withNotice(model, text), []];
}

/** Copies the range, and remembers to empty its cells when it is pasted, as spreadsheets do. */
export function cutRange(model: Model): Step {
	const {by, rows: ids} = usersScope(model);
	if (by === 'marks')
		return [
			withNotice(
				model,
				`Cells are cut, and not marked users: choose a range, or ${keyName(model, 'user.delete')} deletes users.`,
				'bad',
			),
			[],
		];
	const keys = scopeKeys(usersScope(model));
	const [copied, effects] = copyScope(model, usersTable(model.grid, model));
	if (copied.clipboard === undefined || effects.length === 0) return [copied, effects];
	const cut = {ids, keys};
	const text = `${copied.notice?.text ?? ''} ${keyName(model, 'cells.paste')} moves it: then it is emptied here.`;
	return [withNotice({...copied, clipboard: {...copied.clipboard, cut}}, text, 'good'), effects];
}

/** Copies what one tells users: who they are, their number and PIN. */
export function copyPins(model: Model): Step {
	const table = usersTable(model.grid, model);
	const told = ['firstName', 'lastName', 'directoryNumber', 'deploymentPin'];
	const columns = told.flatMap((key) => table.arranged?.all.filter((column) => column.key === key) ?? []);
	return copyRows(model, table, usersScope(model).rows, columns);
}

/** Asks first whether rows past the last user are to become new ones. */
function place(model: Model, pasting: Pasting, begin: Begin): Step {
	const {beyond, job, notes} = pasting;
	if (beyond.length === 0) return begin(model, pasting);
	const {ids} = job;
	const rows = count(beyond.length, 'row is', 'rows are');
	const leave = {...pasting, beyond: [], notes: [...notes, `${rows} left out.`]};
	const create = {...pasting, beyond: [], job: {...job, created: beyond}};
	const choice = choiceOf({
		title: `${rows} past the last user`,
		items: [
			{
				label: 'Create new users',
				detail: `${beyond.length} of them, with the profile ${job.profile}`,
				choose: {type: 'fill/place', pasting: create},
			},
			...(ids.length === 0
				? []
				: [
						{
							label: 'Leave them out',
							detail: `and paste ${count(ids.length, 'row')}`,
							choose: {type: 'fill/place', pasting: leave} as const,
						},
					]),
		],
		index: 0,
		aboutUsers: true,
	});
	return [openScreen(model, choice), []];
}

/** "Paste 30 rows × 1 column: Deployment PIN?" */
export function askPaste({rows, width, columns, created, ids}: Pasting['job']): string {
	const keys = columns.filter((key) => key !== undefined);
	const into = keys.length === 0 ? '' : ` into ${nameColumns(keys.map((key) => ({key})))}`;
	const whom = [
		...(ids.length === 0 ? [] : [`of ${count(ids.length, 'user')}`]),
		...(created.length === 0 ? [] : [`and ${count(created.length, 'new user')}`]),
	];
	return `Paste ${count(rows.length, 'row')} × ${count(width, 'column')}${into} ${whom.join(' ')}?`;
}
