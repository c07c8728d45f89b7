import {describeChanges} from '../../../csv/count-changes.ts';
import {describeOlderValues, findOlderValues} from '../../../csv/find-older-values.ts';
import {describeDecision, findRaised} from '../../../csv/import-decisions.ts';
import {findMassChange} from '../../../csv/import-guards.ts';
import type {ImportPlan} from '../../../csv/import-plan.ts';
import {describeFixes} from '../../../csv/kept-fixes.ts';
import {count, quote} from '../../../domain/problem.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, openScreen, withNotice} from '../../model.ts';
import {makeChange} from '../../saving/make-change.ts';
import type {Step} from '../../step.ts';
import {textField} from '../../text-field-state.ts';
import type {ConfirmState} from '../confirm/confirm-state.ts';
import {rememberMapping} from './columns/update-columns.ts';
import {countAccepted, type ImportState} from './import-state.ts';
import {openDecision} from './options/decision-option.ts';
import {planRows, replaceImport} from './plan-rows.ts';

/** Asks what is not decided yet, and once everything is, whether to import. */
export function askToCommit(model: Model, state: ImportState): Step {
	const {plan: made, source} = state;
	if (made === undefined || source === undefined) return [model, []];
	if (state.plannedFor !== model.sheet) return planAgain(model, state);
	const [undecidedOne] = findRaised(made.concerned).filter(({key}) => made.open.includes(key));
	if (undecidedOne !== undefined) return [openDecision(model, undecidedOne, made), []];
	const mass = findMassChange(made.changes, model.sheet.users.length);
	const older = findOlderValues(made, source.lastValues ?? new Map());
	const wanted = mass?.number ?? (older?.isMuch === true ? String(made.changes.users) : undefined);
	const changes = describeChanges(made.changes);
	const question: ConfirmState = {
		name: 'confirm',
		question: `Import ${count(countAccepted(made), 'row')}: ${made.created.length} created, ${made.updated.length} updated?`,
		details: [
			...(mass?.reasons ?? []),
			...(older === undefined ? [] : [describeOlderValues(older)]),
			...(made.moved === 0 ? [] : [describeMoved(made)]),
			...(changes === undefined ? [] : [changes]),
			...(made.changes.isOnePinForAll
				? [`${keyName(model, 'pin.set')} in the grid sets one PIN for many users without a file.`]
				: []),
			...(source.importedBefore === undefined ? [] : [source.importedBefore]),
			...(made.rejected.length === 0
				? []
				: [`${count(made.rejected.length, 'rejected row stays', 'rejected rows stay')} out.`]),
			...(state.fixed.fixes.size === 0
				? []
				: [`${describeFixes(state.fixed.fixes)}; the file itself stays as it is.`]),
			...findRaised(made.concerned).map((decision) =>
				describeDecision(decision, made.options, made.concerned),
			),
			`One ${keyName(model, 'change.undo')} takes the whole import back.`,
		],
		action: `Import ${count(countAccepted(made), 'row')}`,
		confirm: {type: 'import/commit'},
		...(wanted === undefined ? {} : {typed: {wanted, field: textField('')}}),
	};
	return [openScreen(model, question), []];
}

function describeMoved({moved, options: {profile}}: ImportPlan): string {
	const where = profile.from === 'choice' ? `the profile ${quote(profile.name)}` : 'another profile';
	return `${count(moved, 'user moves', 'users move')} to ${where}.`;
}

function planAgain(model: Model, state: ImportState): Step {
	return planRows(withNotice(model, 'The sheet has changed meanwhile: the rows are checked again.'), state);
}

/** Imports what was asked about, unless the sheet has changed since. */
export function commitImport(model: Model, state: ImportState): Step {
	const {plan: made, source} = state;
	if (made === undefined || source === undefined) return [model, []];
	if (state.plannedFor !== model.sheet) return planAgain(model, state);
	const {options, fixed} = state;
	const [next, effects] = rememberMapping(model, source.table.headers, source.mapping);
	const origin = {from: 'import', source, options, fixes: fixed.fixes} as const;
	const [written, more] = makeChange(replaceImport(next, {...state, step: 'result'}), made.change, origin);
	return [written, [...effects, ...more]];
}
