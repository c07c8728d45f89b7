import {describeChanges} from '../../../csv/count-changes.ts';
import {describeOlderValues, findOlderValues} from '../../../csv/find-older-values.ts';
import {describeDecision, findRaised} from '../../../csv/import-decisions.ts';
import {findMassChange} from '../../../csv/import-guards.ts';
import type {ImportPlan} from '../../../csv/import-plan.ts';
import type {ImportSource} from '../../../csv/import-source.ts';
import {describeFixes} from '../../../csv/kept-fixes.ts';
import {count, quote} from '../../../domain/problem.ts';
import {keyName} from '../../keymap/keymap.ts';
import type {Model} from '../../model.ts';
import {textField} from '../../text-field-state.ts';
import type {ConfirmState} from '../confirm/confirm-state.ts';
import {countAccepted, type ImportState} from './import-state.ts';

/**
 * The last question before a plan is written: what changes, by column and with counts, and what may not be meant first. Where a glance is
 * not enough, the number of changed users must be typed (rules.md 3.26 and 3.30).
 */
export function importQuestion(
	model: Model,
	{fixed}: ImportState,
	made: ImportPlan,
	source: ImportSource,
): ConfirmState {
	const {created, updated, rejected, changes, moved, concerned, options} = made;
	const mass = findMassChange(changes, model.sheet.users.length);
	const older = findOlderValues(made, source.lastValues ?? new Map());
	const wanted = mass?.number ?? (older?.isMuch === true ? String(changes.users) : undefined);
	const rows = count(countAccepted(made), 'row');
	const details = [
		...(mass?.reasons ?? []),
		older && describeOlderValues(older),
		moved === 0 ? undefined : describeMoved(made),
		describeChanges(changes),
		changes.isOnePinForAll
			? `${keyName(model, 'pin.set')} in the grid sets one PIN for many users without a file.`
			: undefined,
		source.importedBefore,
		rejected.length === 0
			? undefined
			: `${count(rejected.length, 'rejected row stays', 'rejected rows stay')} out.`,
		fixed.fixes.size === 0 ? undefined : `${describeFixes(fixed.fixes)}; the file itself stays as it is.`,
		...findRaised(concerned).map((decision) => describeDecision(decision, options, concerned)),
		`One ${keyName(model, 'change.undo')} takes the whole import back.`,
	];
	return {
		name: 'confirm',
		question: `Import ${rows}: ${created.length.toLocaleString('en-US')} created, ${updated.length.toLocaleString('en-US')} updated?`,
		details: details.filter((line) => line !== undefined),
		action: `Import ${rows}`,
		confirm: {type: 'import/commit'},
		...(wanted === undefined ? {} : {typed: {wanted, field: textField('')}}),
	};
}

function describeMoved({moved, options: {profile}}: ImportPlan): string {
	const where = profile.from === 'choice' ? `the profile ${quote(profile.name)}` : 'another profile';
	return `${count(moved, 'user moves', 'users move')} to ${where}.`;
}
