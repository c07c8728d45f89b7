import {type FillJob, nameColumns} from '../../../domain/cells/plan-fill.ts';
import {type CellsJob, planJob} from '../../../domain/cells/plan-job.ts';
import type {PasteJob} from '../../../domain/cells/plan-paste.ts';
import {type FieldKey, isMasked} from '../../../domain/field.ts';
import {storedField} from '../../../domain/field-lists.ts';
import {count, formatFinding, quote} from '../../../domain/problem.ts';
import {surroundingsOf} from '../../../domain/sheet.ts';
import {checkField, trimValue} from '../../../domain/user.ts';
import {finishWork} from '../../../domain/work.ts';
import {closeScreen, type Model, openScreen, putScreen, topScreen, withNotice} from '../../model.ts';
import type {Step} from '../../step.ts';
import {cursorRow} from '../../table/table-state.ts';
import {textField} from '../../text-field-state.ts';
import {openProfileChoice} from '../choice/find-choice.ts';
import type {App} from '../screen-kind.ts';
import {scopeKeys} from '../users/users-scope.ts';
import {applyCells, askCells} from './ask-cells.ts';
import {cellsTarget, describeCells, targetScope} from './cells-target.ts';
import {type CellsFilling, fillDown, fillWith} from './fill-job.ts';
import type {FillMessage} from './fill-messages.ts';
import type {FillState} from './fill-state.ts';
import type {Pasting} from './paste-job.ts';
import {askPaste, copyPins, cutRange, pasteBlock, pasteOwn} from './update-paste.ts';

/** Users whose new values are worked out between two key presses. */
const few = 1000;

/** Everything that happens while many cells are filled, set or cleared. */
export function updateFill(model: Model, message: FillMessage, app: App): Step {
	switch (message.type) {
		case 'fill/open':
			return openFill(model, app);
		case 'fill/open-profiles':
			return [openProfiles(model), []];
		case 'fill/down': {
			const filling = fillDown(cellsTarget(model));
			return filling === undefined
				? refuse(model, 'There is nothing above to fill with.')
				: begin(model, filling);
		}
		case 'fill/clear': {
			const target = cellsTarget(model);
			const keys = scopeKeys(targetScope(target));
			if (keys.length === 0) return refuse(model, notFillable);
			return begin(model, fillWith(target, 'Clear', keys, ''));
		}
		case 'fill/set':
			return begin(model, fillWith(cellsTarget(model), 'Set', [message.key], message.value));
		case 'fill/plan':
			return planTyped(model);
		case 'fill/planned': {
			const screen = topScreen(model);
			if (screen?.name !== 'fill' || screen.planning !== message.job) return [model, []];
			return ask(putScreen(model, {...screen, planning: undefined}), screen, message);
		}
		case 'fill/apply':
			return applyCells(
				withoutCut(topScreen(model)?.name === 'fill' ? closeScreen(model) : model, message),
				message,
			);
		case 'fill/paste':
			return pasteBlock(model, message, beginPaste);
		case 'fill/paste-own':
			return pasteOwn(model, beginPaste);
		case 'fill/cut':
			return cutRange(model);
		case 'fill/copy-pins':
			return copyPins(model);
		case 'fill/place':
			return beginPaste(model, message.pasting);
	}
}

const notFillable = 'No value can be put into this column.';

/** What was cut is cut once. */
function withoutCut(model: Model, {from}: Extract<FillMessage, {type: 'fill/apply'}>): Model {
	if (from !== 'cells' || model.clipboard === undefined) return model;
	return {...model, clipboard: {...model.clipboard, cut: undefined}};
}

function beginPaste(model: Model, {job, notes}: Pasting): Step {
	return begin(
		model,
		{job, targets: {ids: job.ids, who: countRows(model, job.ids.length), hidden: ''}},
		notes,
	);
}

function countRows(model: Model, amount: number): string {
	const {one, many} = cellsTarget(model).table.kind.noun;
	return count(amount, one, many);
}

function refuse(model: Model, reason: string): Step {
	return [withNotice(model, reason, 'bad'), []];
}

/** Asks for the value: a profile is chosen, a PIN may also be generated, all else is typed. */
function openFill(model: Model, app: App): Step {
	const target = cellsTarget(model);
	const keys = scopeKeys(targetScope(target));
	const [key] = keys;
	if (key === undefined) return refuse(model, notFillable);
	if (keys.length === 1 && key === 'profile') return [openProfiles(model), []];
	if (keys.length === 1 && key === 'deploymentPin' && !target.isFile)
		return app.update(model, {type: 'pin/open'});
	return [openScreen(model, fillScreenFor(describeCells(target), keys, textField(''))), []];
}

function fillScreenFor(
	targets: FillState['targets'],
	keys: FillState['keys'],
	field: FillState['field'],
): FillState {
	const nothing = {problem: undefined, planning: undefined, notes: []};
	return {name: 'fill', aboutUsers: true, targets, keys, field, ...nothing};
}

function openProfiles(model: Model): Model {
	const {who, hidden} = describeCells(cellsTarget(model));
	return openProfileChoice(model, {
		title: `Profile of ${who}${hidden}`,
		current: undefined,
		choose: (value) => ({type: 'fill/set', key: 'profile', value}),
		aboutUsers: true,
	});
}

/** What is typed goes into each column; where it breaks a rule of one of them, the line stays open with the reason. */
function planTyped(model: Model): Step {
	const screen = topScreen(model);
	if (screen?.name !== 'fill' || screen.field === undefined) return [model, []];
	const {keys, targets, field} = screen;
	for (const key of keys) {
		const finding = checkField(key, trimValue(storedField(key), field.text), surroundingsOf(model.sheet));
		if (finding === undefined) continue;
		const problem = `${keys.length > 1 ? `${storedField(key).header}: ` : ''}${formatFinding(finding)}`;
		return [putScreen(model, {...screen, problem}), []];
	}
	const cells = keys.map((key) => ({key, value: field.text}));
	return begin(model, {targets, job: {verb: 'Fill', ids: targets.ids, cells}});
}

/** Works out what the values would do: at once, or in the shell where there are many users. */
function begin(model: Model, {job, targets}: CellsFilling, notes: readonly string[] = []): Step {
	const {readSheet, isQuick} = cellsTarget(model);
	const isFew = job.ids.length + (job.verb === 'Paste' ? job.created.length : 0) <= few;
	if (isFew && isQuick) {
		const sheet = finishWork(readSheet());
		return ask(model, {targets, notes}, {job, sheet, plan: finishWork(planJob(job, sheet))});
	}
	const top = topScreen(model);
	const keys = keysOf(job);
	const screen = top?.name === 'fill' ? top : fillScreenFor(targets, keys, undefined);
	const opened = top?.name === 'fill' ? model : openScreen(model, screen);
	return [putScreen(opened, {...screen, notes, planning: job}), [{type: 'fill/plan', job, readSheet}]];
}

function keysOf(job: CellsJob): readonly FieldKey[] {
	return job.verb === 'Paste'
		? job.columns.filter((key) => key !== undefined)
		: job.cells.map(({key}) => key);
}

function ask(
	model: Model,
	{targets, notes}: Pick<FillState, 'targets' | 'notes'>,
	{job, sheet, plan}: Omit<Extract<FillMessage, {type: 'fill/planned'}>, 'type'>,
): Step {
	const top = topScreen(model);
	const asks =
		job.verb === 'Paste'
			? !isOneCell(job) || notes.length > 0 || !isUnderCursor(model, job.ids)
			: !isUnderCursor(model, job.ids);
	// The line of what is typed waits below the question; without one it is done.
	const isOver = top?.name === 'fill' && (top.field === undefined || !asks);
	const below = isOver ? closeScreen(model) : model;
	if (job.verb === 'Paste') {
		const action = plan.change.label;
		return askCells(below, plan, sheet, {question: askPaste(job), action, asks, notes, from: 'cells'});
	}
	const {verb, cells} = job;
	const what = `${verb} ${nameColumns(cells)}`;
	return askCells(below, plan, sheet, {
		question: `${what} of ${targets.who}${targets.hidden}${verb === 'Clear' ? '' : describeValue(cells)}?`,
		action: what,
		asks,
		notes,
		from: 'bulk',
	});
}

function isOneCell({ids, columns, cut}: PasteJob): boolean {
	return ids.length === 1 && columns.length === 1 && cut === undefined;
}

/** Whether an action is only for the user under the cursor: then it is seen what it does. */
function isUnderCursor(model: Model, [first, ...others]: readonly number[]): boolean {
	return others.length === 0 && first === cursorRow(cellsTarget(model).table.state);
}

/** ` with "value"`, where it is one value and no secret. */
function describeValue([first, ...others]: FillJob['cells']): string {
	const isShown = first !== undefined && !isMasked(storedField(first.key));
	return isShown && others.every(({value}) => value === first.value) ? ` with ${quote(first.value)}` : '';
}
