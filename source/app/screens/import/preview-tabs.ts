import type {ImportPlan, JudgedAs} from '../../../csv/import-plan.ts';
import {changedFields} from '../../../domain/change.ts';
import type {FieldKey} from '../../../domain/field.ts';
import type {Problem} from '../../../domain/problem.ts';

export const previewTabs = ['accepted', 'rejected', 'notes'] as const;
export type PreviewTab = (typeof previewTabs)[number];

/** A line of the accepted tab: a row of the file, and for an update one of its changed fields. */
export type AcceptedLine = {
	readonly judged: JudgedAs<'create' | 'update' | 'unchanged'>;
	readonly key?: FieldKey;
};

/** What the tabs of the preview list: rows that are not left out, the reasons of rejects, and everything that rejects nothing. */
type TabLines = {
	readonly accepted: readonly AcceptedLine[];
	readonly rejected: readonly Problem[];
	readonly notes: readonly Problem[];
};

const viewed = new WeakMap<ImportPlan, TabLines>();

/** The lines of each tab for a plan; they are made when they are first asked for. */
export function viewTabs(plan: ImportPlan): TabLines {
	const known = viewed.get(plan);
	if (known !== undefined) return known;
	const {created, updated, unchanged, problems} = plan;
	const accepted: AcceptedLine[] = [
		...created.map((judged) => ({judged})),
		...updated.flatMap((judged) => changedFields(judged.before, judged.after).map((key) => ({judged, key}))),
		...unchanged.map((judged) => ({judged})),
	];
	const lines = {
		accepted,
		rejected: problems.filter(({severity}) => severity === 'error'),
		notes: problems.filter(({severity}) => severity !== 'error'),
	};
	viewed.set(plan, lines);
	return lines;
}
