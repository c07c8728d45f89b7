import {sortInSteps} from '../../domain/sort-in-steps.ts';
import {eachInSteps, type Work} from '../../domain/work.ts';
import type {Table} from './table.ts';
import type {RowId, Sort} from './table-state.ts';

const collator = new Intl.Collator('en', {numeric: true, sensitivity: 'base'});

/** A row, and where each of the columns puts it. */
type Ranked = {readonly id: RowId; readonly ranks: number[]};

/** Rows by the values of columns, in steps; those without a value come last in both directions. */
export function* sortRows(
	{kind, context, rowOf}: Table,
	ids: readonly RowId[],
	sort: readonly Sort[],
): Work<readonly RowId[]> {
	const ranked = ids.map((id): Ranked => ({id, ranks: []}));
	for (const {key, descending} of sort) {
		const values: string[] = [];
		yield* eachInSteps(ids, (id) => {
			const row = rowOf(id);
			values.push(row === undefined ? '' : kind.valueOf(row, key, context));
		});
		const ranks = yield* rankValues(values, descending ? -1 : 1);
		for (const [place, {ranks: own}] of ranked.entries()) own.push(ranks.get(values[place] ?? '') ?? 0);
	}
	const sorted = yield* sortInSteps(ranked, compareRanks);
	return sorted.map(({id}) => id);
}

/** The place of each value among all: many rows share one, and to compare two texts in a language takes long. */
function* rankValues(values: readonly string[], sign: 1 | -1): Work<ReadonlyMap<string, number>> {
	const different = new Set<string>();
	yield* eachInSteps(values, (value) => different.add(value));
	different.delete('');
	const ranks = new Map([['', Number.POSITIVE_INFINITY]]);
	let rank = 0;
	let before = '';
	yield* eachInSteps(yield* sortInSteps([...different], collator.compare), (value) => {
		if (collator.compare(before, value) !== 0) rank += 1;
		before = value;
		ranks.set(value, sign * rank);
	});
	return ranks;
}

function compareRanks({ranks}: Ranked, {ranks: others}: Ranked): number {
	for (const [place, rank] of ranks.entries()) {
		const other = others[place] ?? rank;
		if (rank !== other) return rank < other ? -1 : 1;
	}
	return 0;
}
