import {formatProblem} from '../../../domain/problem.ts';
import {wrapText} from '../../../terminal/text/text-width.ts';
import type {ImportState} from './import-state.ts';

/** Why the file cannot be used, in lines. */
export function problemLines({refusal}: ImportState, columns: number): readonly string[] {
	return refusal === undefined ? [] : wrapText(formatProblem(refusal), columns - 4);
}

export function countProblemLines(state: ImportState, columns: number): number {
	return problemLines(state, columns).length;
}
