import {fixKinds, mayBeFixed} from '../../../../csv/fix/fix-kinds.ts';
import {
	type OfferedFix,
	offerFix,
	offerFixesLike,
	type Planned,
	showOffer,
} from '../../../../csv/fix/offered-fixes.ts';
import {setCells} from '../../../../csv/fixes.ts';
import {count} from '../../../../domain/problem.ts';
import {finishWork} from '../../../../domain/work.ts';
import {keyName} from '../../../keymap/keymap.ts';
import {type Model, openScreen, withNotice} from '../../../model.ts';
import type {Step} from '../../../step.ts';
import {scopeOf} from '../../../table/scope.ts';
import {cursorRow} from '../../../table/table-state.ts';
import type {ImportState} from '../import-state.ts';
import {replaceImport} from '../plan-rows.ts';
import {previewTable} from '../preview-table.ts';
import {lineOf} from '../preview-tabs.ts';
import {cursorCell} from './edit-row.ts';
import {problemsAt} from './preview-cell.ts';
import {storeFixes} from './store-fixes.ts';

/** So many rows are looked through between two keys. */
const few = 2000;
/** Rows that a question shows before and after. */
const examples = 3;

const noFix = 'What would be right is not known here.';

/** The plan, and the table that it was made for. */
export function plannedOf({plan, source}: ImportState): Planned | undefined {
	return plan === undefined || source === undefined ? undefined : {plan, table: source.table};
}

/** Why there is nothing to take for what is under the cursor: asked for each frame. */
export function refuseFix(model: Model, state: ImportState): string | undefined {
	const {plan, tab, tables} = state;
	const id = cursorRow(tables[tab].table);
	const found = plan === undefined || id === undefined ? undefined : problemsAt(plan, tab, id);
	if (found?.problems.some(({code}) => mayBeFixed(code))) return undefined;
	return found === undefined || found.problems.length === 0
		? 'Nothing is wrong with this row.'
		: describeNoFix(model, state);
}

/** What to do where no fix is known: the cell is edited, unless it cannot be. */
function describeNoFix(model: Model, state: ImportState): string {
	const cell = cursorCell(state, model);
	return typeof cell === 'string' ? cell : `${noFix} ${keyName(model, 'import.edit-cell')} edits the cell.`;
}

/** Takes the fixes of the marked rows, or of the range, or of the row under the cursor. */
export function takeFix(model: Model, state: ImportState): Step {
	const planned = plannedOf(state);
	const table = previewTable(state, model);
	if (planned === undefined || table === undefined) return [model, []];
	const {rows} = scopeOf(table);
	const offers = rows.flatMap((id) => {
		const found = problemsAt(planned.plan, state.tab, id);
		return found?.problems.flatMap((problem) => offerFix(planned, found.judged, problem) ?? []) ?? [];
	});
	if (offers.length === 0) return [withNotice(model, describeNoFix(model, state), 'bad'), []];
	const left = new Set(rows.map(lineOf)).size - new Set(offers.map(({row}) => row.line)).size;
	return apply(model, state, offers, left);
}

/** Asks whether to take the fix for all cells that have the same wrong with them: with examples, before anything is done. */
export function askForAlike(model: Model, state: ImportState): Step {
	const planned = plannedOf(state);
	const id = cursorRow(state.tables[state.tab].table);
	const found = planned && id !== undefined ? problemsAt(planned.plan, state.tab, id) : undefined;
	if (planned === undefined || found === undefined) return [model, []];
	const [offer] = found.problems.flatMap((problem) => offerFix(planned, found.judged, problem) ?? []);
	if (offer === undefined) return [withNotice(model, describeNoFix(model, state), 'bad'), []];
	if (planned.plan.rows.length > few)
		return [
			replaceImport(model, {...state, progress: {done: 0, total: planned.plan.rows.length}}),
			[{type: 'import/find-alike', planned, offer}],
		];
	return [askToTake(model, finishWork(offerFixesLike(planned, offer))), []];
}

/** The question, with all that it would change counted. */
export function askToTake(model: Model, offers: readonly OfferedFix[]): Model {
	const [first] = offers;
	if (first === undefined) return model;
	const kind = fixKinds.find(({name}) => name === first.kind);
	const what = `${first.column}, ${(kind?.fault ?? '').replace(/\?$/, '')}`;
	return openScreen(model, {
		name: 'confirm',
		question: `${what}: fix ${offers.length === 1 ? 'it' : `all ${offers.length.toLocaleString('en-US')} alike`}?`,
		details: [
			...offers.slice(0, examples).map((offer) => {
				const [before, after] = showOffer(offer);
				const [old, now] = [nameValue(offer, before, offer.before), nameValue(offer, after, offer.value)];
				return `Line ${offer.row.line}: ${old} → ${now}`;
			}),
			...(offers.length > examples
				? [`and ${(offers.length - examples).toLocaleString('en-US')} more.`]
				: []),
			`${keyName(model, 'import.undo-fix')} takes this back.`,
		],
		action: `Fix ${count(offers.length, 'cell')}`,
		confirm: {type: 'import/take-fixes', offers},
	});
}

/** A value as the question names it: of a PIN that is hidden, how long it is. */
function nameValue({field}: OfferedFix, shown: string, value: string): string {
	if (shown === '') return 'empty';
	return field?.kind === 'pin' && shown !== value
		? `${shown} (${count(value.trim().length, 'character')})`
		: shown;
}

/** Lays fixes over the file that were asked about. */
export function takeFixes(model: Model, state: ImportState, offers: readonly OfferedFix[]): Step {
	return apply(model, state, offers, 0);
}

function apply(model: Model, state: ImportState, offers: readonly OfferedFix[], left: number): Step {
	const [first] = offers;
	const columns = new Set(offers.map(({column}) => column));
	const where = columns.size === 1 ? ` of ${first?.column}` : '';
	const label =
		offers.length === 1
			? `Fixed ${first?.column} on line ${first?.row.line}`
			: `Fixed ${count(offers.length, 'cell')}${where}`;
	const rest = left === 0 ? '' : `. ${count(left, 'row has', 'rows have')} no fix that is known`;
	const [next, effects] = storeFixes(model, state, label, setCells(state.fixed.fixes, offers));
	return [rest === '' ? next : withNotice(next, `${label}${rest}.`), effects];
}
