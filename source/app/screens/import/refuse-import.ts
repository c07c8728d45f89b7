import {count, formatProblem} from '../../../domain/problem.ts';
import {keyName} from '../../keymap/keymap.ts';
import type {Model} from '../../model.ts';
import {countAccepted, type ImportState} from './import-state.ts';
import {fileColumns} from './preview-kinds.ts';
import {problemKinds} from './problem-kinds.ts';

const stillChecking = 'The rows are still being checked.';

function importOf(model: Model): ImportState | undefined {
	return model.screens.findLast((screen) => screen.name === 'import');
}

/** Why these options cannot be used for this file. */
export function refuseUnusable(model: Model): string | undefined {
	const refusal = importOf(model)?.refusal;
	return refusal === undefined ? undefined : formatProblem(refusal);
}

/** Why there is nothing to write to a file of rejects. */
export function refuseNoRejects(model: Model): string | undefined {
	return (importOf(model)?.plan?.rejected.length ?? 0) === 0 ? 'No row was rejected.' : undefined;
}

/** Why there is no kind of problem to choose. */
export function refuseNoKinds(model: Model): string | undefined {
	const state = importOf(model);
	const {plan, source, tab = 'all'} = state ?? {};
	if (plan === undefined || source === undefined) return stillChecking;
	const kinds = problemKinds(fileColumns(source.table, plan), tab);
	return kinds.length === 0 ? 'There is no problem.' : undefined;
}

/** Overwrite is offered where the file can mean nothing else (rules.md 3.2). */
export function refuseOverwrite(model: Model): string | undefined {
	const plan = importOf(model)?.plan;
	if (plan === undefined) return stillChecking;
	if (plan.options.overwrite) return 'Overwrite import is on already.';
	return plan.suggestsOverwrite ? undefined : 'Not every row has the ID of a user.';
}

/** Why the import cannot be confirmed: the same reasons for which the command line writes nothing. What is undecided is asked first. */
export function refuseCommit(model: Model): string | undefined {
	const plan = importOf(model)?.plan;
	if (plan === undefined) return stillChecking;
	if (plan.suggestsOverwrite) {
		return `All IDs are those of users: press ${keyName(model, 'import.turn-on-overwrite')} to turn overwrite import on and update them.`;
	}
	if (plan.open.includes('rejected-rows')) {
		return `${count(plan.rejected.length, 'row is', 'rows are')} rejected, and partial import is off: put ${plan.rejected.length === 1 ? 'it' : 'them'} right, leave ${plan.rejected.length === 1 ? 'it' : 'them'} out (${keyName(model, 'import.leave-out')}), or go back (${keyName(model, 'import.back-to-options')}) and allow partial import.`;
	}
	if (plan.open.length > 0) return undefined;
	return countAccepted(plan) === 0 ? 'There is nothing to import.' : undefined;
}

/** Another line is the header only of a file in which none was found: of others it is an option. */
export function refuseHeader(model: Model): string | undefined {
	return importOf(model)?.refusal?.code === 'no-header'
		? undefined
		: 'A header was found, or no file was read.';
}
