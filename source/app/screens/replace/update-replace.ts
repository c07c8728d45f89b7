import {
	checkReplacement,
	describeReplacement,
	keepLines,
	planReplace,
	replacedKeys,
} from '../../../domain/cells/plan-replace.ts';
import type {FieldKey} from '../../../domain/field.ts';
import {count, formatFinding} from '../../../domain/problem.ts';
import {finishWork} from '../../../domain/work.ts';
import {
	closeScreen,
	type Model,
	openScreen,
	putScreen,
	replaceScreen,
	topScreen,
	withNotice,
} from '../../model.ts';
import type {Step} from '../../step.ts';
import {clearFilter} from '../../table/filter-table.ts';
import {openTable, placesOf} from '../../table/table-state.ts';
import {textField} from '../../text-field-state.ts';
import {applyCells} from '../fill/ask-cells.ts';
import {type CellsTarget, cellsTarget, describeCells, targetScope} from '../fill/cells-target.ts';
import type {Targets} from '../users/describe-targets.ts';
import {scopeKeys} from '../users/users-scope.ts';
import type {ReplaceMessage} from './replace-messages.ts';
import {type ReplaceJob, type ReplaceState, replaceRows} from './replace-state.ts';
import {isPossible, replaceTable} from './replace-table.ts';

/** Users who are looked through between two key presses. */
const few = 200;

/** Everything that happens in find and replace. */
export function updateReplace(model: Model, message: ReplaceMessage): Step {
	if (message.type === 'replace/open') return [openScreen(model, openReplace(model)), []];
	const screen = topScreen(model);
	if (screen?.name !== 'replace') return [model, []];
	switch (message.type) {
		case 'replace/move':
			return [replaceScreen(model, moveFocus(screen, message.by)), []];
		case 'replace/toggle':
			return [replaceScreen(model, toggleOption(screen)), []];
		case 'replace/search':
			return search(model, screen);
		case 'replace/found':
			return screen.searching?.given === message.given
				? [showFound(model, screen, message), []]
				: [model, []];
		case 'replace/back':
			return goBack(model, screen);
		case 'replace/write':
			return writeMarked(model, screen);
	}
}

function openReplace(model: Model): ReplaceState {
	const target = cellsTarget(model);
	const key = scopeKeys(targetScope(target)).find((one) => replacedKeys.includes(one));
	return {
		name: 'replace',
		aboutUsers: true,
		targets: searchedRows(target),
		isFile: target.isFile,
		column: key,
		find: textField(''),
		replacement: textField(''),
		isPattern: false,
		isCased: false,
		inAll: key === undefined,
		focus: 'find',
		problem: undefined,
		searching: undefined,
		found: undefined,
	};
}

/** The scope, or else all users shown: to look through one user is nobody's wish (rules.md 3.20). */
function searchedRows(target: CellsTarget): Targets {
	const {state, kind} = target.table;
	if (targetScope(target).by !== 'row') return describeCells(target);
	const ids = [...new Set(state.rows)];
	return {ids, who: `${count(ids.length, kind.noun.one, kind.noun.many)} shown`, hidden: ''};
}

/** The columns that are looked through: those of the scope, or all with text in them. */
function searchedKeys(model: Model, {inAll, column}: ReplaceState): readonly FieldKey[] {
	if (inAll || column === undefined) return replacedKeys;
	return scopeKeys(targetScope(cellsTarget(model))).filter((key) => replacedKeys.includes(key));
}

function moveFocus(screen: ReplaceState, by: number): ReplaceState {
	const place = (replaceRows.indexOf(screen.focus) + by + replaceRows.length) % replaceRows.length;
	return {...screen, problem: undefined, focus: replaceRows[place] ?? 'find'};
}

function toggleOption(screen: ReplaceState): ReplaceState {
	const {focus, column} = screen;
	if (focus === 'find' || focus === 'replacement') return screen;
	if (focus === 'inAll' && column === undefined) return screen;
	return {...screen, problem: undefined, [focus]: !screen[focus]};
}

function search(model: Model, screen: ReplaceState): Step {
	const {find, replacement, isPattern, isCased, targets} = screen;
	const keys = searchedKeys(model, screen);
	const given = {find: find.text, replacement: replacement.text, isPattern, isCased, keys};
	const job: ReplaceJob = {ids: targets.ids, given};
	const finding = checkReplacement(given);
	if (finding !== undefined) return [replaceScreen(model, {...screen, problem: formatFinding(finding)}), []];
	const {readSheet, isQuick} = cellsTarget(model);
	if (job.ids.length <= few && isQuick) {
		const sheet = finishWork(readSheet());
		const plan = finishWork(planReplace(job.ids, given, sheet));
		return [showFound(model, screen, {...job, plan, sheet}), []];
	}
	const waiting = {...screen, problem: undefined, searching: job};
	return [replaceScreen(model, waiting), [{type: 'replace/plan', ...job, readSheet}]];
}

/** All lines that are possible are marked: Space takes one out. */
function showFound(
	model: Model,
	screen: ReplaceState,
	{ids, given, plan, sheet}: Omit<Extract<ReplaceMessage, {type: 'replace/found'}>, 'type'>,
): Model {
	const {lines} = plan;
	if (lines.length === 0) {
		const left =
			plan.readOnly === 0 ? '' : ` ${count(plan.readOnly, 'cell')} with it cannot be changed here.`;
		return replaceScreen(model, {
			...screen,
			searching: undefined,
			problem: `It is found in no value that would change.${left}`,
		});
	}
	const places = placesOf(lines.length);
	const marks = new Set<number>();
	for (const [place, line] of lines.entries()) if (isPossible(line)) marks.add(place);
	const table = {...openTable(places), marks};
	return replaceScreen(model, {
		...screen,
		searching: undefined,
		problem: undefined,
		found: {job: {ids, given}, plan, sheet, table},
	});
}

/** The filter of the list goes first, then the list, then the form. */
function goBack(model: Model, screen: ReplaceState): Step {
	const table = replaceTable(screen, model);
	if (table === undefined) return [closeScreen(model), []];
	if (table.state.filter !== '') return clearFilter(table);
	return [putScreen(model, {...screen, found: undefined}), []];
}

function writeMarked(model: Model, {found}: ReplaceState): Step {
	if (found === undefined) return [model, []];
	const {plan, table, job, sheet} = found;
	const change = keepLines(plan.change, (place) => table.marks.has(place), describeReplacement(job.given));
	if (change.updated.length === 0)
		return [withNotice(model, 'No value that can be replaced is marked.', 'bad'), []];
	return applyCells(closeScreen(model), {change, sheet, from: 'bulk'});
}
