import {type Decisions, decide, importDecisions, undecided} from '../../csv/import-decisions.ts';
import type {ImportFlags} from './import-flags.ts';

/** What the flags decide; the rest stays open, and nothing is written where the file raises it. */
export function chooseDecisions(flags: ImportFlags): Decisions {
	return importDecisions.reduce(
		(decisions, {key}) => decide(decisions, key, flags[key] ?? 'undecided'),
		undecided,
	);
}
