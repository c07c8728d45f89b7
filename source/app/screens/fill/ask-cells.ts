import type {CellsPlan} from '../../../domain/cells/plan-cells.ts';
import {isEmptyChange} from '../../../domain/change.ts';
import {fitChange} from '../../../domain/fit-change.ts';
import {count, formatProblem, type Problem} from '../../../domain/problem.ts';
import type {Sheet} from '../../../domain/sheet.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, openScreen, withNotice} from '../../model.ts';
import {usersGone} from '../../saving/describe-conflicts.ts';
import {makeChange} from '../../saving/make-change.ts';
import type {Step} from '../../step.ts';
import {storeFileChange} from '../import/fix/file-cells.ts';
import {type CellsTarget, cellsTarget} from './cells-target.ts';
import type {CellsOrigin, FillMessage} from './fill-messages.ts';

/** Problems that a question names; of the others it says how many there are. */
const mostNamed = 2;

/** How new values are asked about. */
type CellsQuestion = {
	readonly question: string;
	readonly action: string;
	readonly asks: boolean;
	readonly notes: readonly string[];
	readonly from: CellsOrigin;
};

/**
 * Asks with all counts before new values go into the cells of many users. Nothing is asked where nothing would change, and where
 * only what the cursor is on would.
 */
export function askCells(
	model: Model,
	plan: CellsPlan,
	sheet: Sheet,
	{question, action, asks, notes, from}: CellsQuestion,
): Step {
	const {change} = plan;
	const target = cellsTarget(model);
	if (isEmptyChange(change))
		return [
			withNotice(model, ['Nothing was changed.', ...notes, ...describeLeft(plan)].join(' '), 'bad'),
			[],
		];
	const more = [...notes, ...describeLeft(plan), ...describeDoubts(plan)];
	if (!asks) return applyCells(model, {change, sheet, from}, more);
	const asked = openScreen(model, {
		name: 'confirm',
		question,
		details: [describeAmounts(plan, target), ...more, `${keyName(model, target.undo)} takes this back.`],
		action,
		confirm: {type: 'fill/apply', change, sheet, from},
		aboutUsers: true,
	});
	return [asked, []];
}

/** Makes the change, without what others have changed in the meantime so that it does not fit any more. */
export function applyCells(
	model: Model,
	{change, sheet, from}: Omit<Extract<FillMessage, {type: 'fill/apply'}>, 'type'>,
	said: readonly string[] = [],
): Step {
	if (cellsTarget(model).isFile) return storeFileChange(model, change, sheet);
	const fitted = sheet === model.sheet ? change : fitChange(change, sheet.nextId, model.sheet).change;
	if (isEmptyChange(fitted)) return [withNotice(model, usersGone, 'bad'), []];
	const [next, effects] = makeChange(model, fitted, {from});
	const done = `${change.label}: done. ${keyName(model, 'change.undo')} takes it back.`;
	return [withNotice(next, [done, ...said].join(' '), 'good'), effects];
}

/** "30 users change; 12 values are replaced, 1 of them by nothing; 5 users are created." */
function describeAmounts(
	{change: {updated, added}, replaced, emptied}: CellsPlan,
	{table}: CellsTarget,
): string {
	const {one, many} = table.kind.noun;
	const byNothing =
		emptied === 0 || emptied === replaced ? '' : `, ${emptied.toLocaleString('en-US')} of them by nothing`;
	const amounts = [
		...(updated.length === 0 ? [] : [count(updated.length, `${one} changes`, `${many} change`)]),
		...(replaced === 0 ? [] : [`${count(replaced, 'value is', 'values are')} replaced${byNothing}`]),
		...(added.length === 0 ? [] : [`${count(added.length, 'user is', 'users are')} created`]),
	];
	return `${amounts.join('; ')}.`;
}

/** What is not written, and why. */
function describeLeft({readOnly, refused}: CellsPlan): readonly string[] {
	return [
		...(readOnly === 0
			? []
			: [
					`${count(readOnly, 'cell is', 'cells are')} read-only, and ${readOnly === 1 ? 'stays' : 'stay'} as before.`,
				]),
		...(refused.length === 0
			? []
			: [
					`${count(refused.length, 'value is', 'values are')} not possible and not written: ${nameSome(refused)}`,
				]),
	];
}

function describeDoubts({said}: CellsPlan): readonly string[] {
	return said.length === 0
		? []
		: [`${count(said.length, 'value deserves', 'values deserve')} a look: ${nameSome(said)}`];
}

/** "Ann Archer, Email address "ann@": Not an e-mail address.", of the first ones. */
function nameSome(problems: readonly Problem[]): string {
	const some = problems.slice(0, mostNamed).map(({id: _, ...problem}) => formatProblem(problem));
	return [...some, ...(problems.length > mostNamed ? ['…'] : [])].join(' ');
}
