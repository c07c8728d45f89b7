import type {ImportPlan} from '../../csv/import-plan.ts';
import {count} from '../../domain/problem.ts';
import {cutText, textWidth} from '../../terminal/text/text-width.ts';

/** The counts of a plan in one line; they always add up to the rows of the file. Where there is no room, zeros go first. */
export function countsText(plan: ImportPlan, width: number): string {
	const parts = [
		[plan.created.length, 'to create'],
		[plan.updated.length, 'to update'],
		[plan.unchanged.length, 'unchanged'],
		[plan.skipped.length, 'skipped'],
		[plan.leftOut.length, 'left out'],
		[plan.rejected.length, 'rejected'],
	] as const;
	const write = (shown: readonly (readonly [number, string])[]): string =>
		`${count(plan.rows.length, 'row')}: ${shown.map(([amount, label]) => `${number(amount)} ${label}`).join(', ')}`;
	const rare: ReadonlySet<string> = new Set(['skipped', 'left out']);
	const all = write(parts.filter(([amount, label]) => amount > 0 || !rare.has(label)));
	if (textWidth(all) <= width) return all;
	return cutText(write(parts.filter(([amount, label]) => amount > 0 || label === 'rejected')), width);
}

function number(amount: number): string {
	return amount.toLocaleString('en-US');
}
