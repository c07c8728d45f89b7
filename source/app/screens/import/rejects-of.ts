import type {FileContent} from '../../../csv/file-content.ts';
import type {ImportState} from './import-state.ts';

/** The file of rows that were rejected, and where it would be written; undefined before there is a plan. */
export function rejectsOf({
	source,
	plan,
}: ImportState):
	| {readonly path: string; readonly content: FileContent & {readonly kind: 'rejects'}}
	| undefined {
	if (source === undefined || plan === undefined) return undefined;
	return {
		path: `${source.path.replace(/\.[^./]*$/, '')}-rejects.csv`,
		content: {kind: 'rejects', table: source.table, rejected: plan.rejected, hash: source.hash},
	};
}
