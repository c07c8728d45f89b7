import type {ColumnChoice, ColumnView} from '../column-choice.ts';
import type {Column} from './table.ts';

/** Cells that a person may give to a column. */
const [narrowest, widest] = [3, 120];

/** The choices for every column: those of a person, and what there is besides, which comes behind them; the frozen ones first. */
export function completeView(all: readonly Column[], view: ColumnView = []): ColumnView {
	const chosen = view.filter(({key}) => all.some((column) => column.key === key));
	const others = all
		.filter(({key}) => !view.some((choice) => choice.key === key))
		.map(({key, frozen = false}): ColumnChoice => ({key, show: 'filled', frozen, width: 0}));
	return [...chosen, ...others].sort((a, b) => Number(b.frozen) - Number(a.frozen));
}

/** The view with some of what was chosen for a column in another way. */
export function chooseColumn(view: ColumnView, key: string, choice: Partial<ColumnChoice>): ColumnView {
	return view.map((one) => (one.key === key ? {...one, ...choice} : one));
}

/** The view with two columns in each other's places. */
export function swapColumns(view: ColumnView, key: string, other: string): ColumnView {
	const [chosen, instead] = [view.find((one) => one.key === key), view.find((one) => one.key === other)];
	if (chosen === undefined || instead === undefined) return view;
	return view.map((one) => (one === chosen ? instead : one === instead ? chosen : one));
}

/** The view with a column behind those that stay at the left, as the last of them or as the first that scrolls. */
export function freezeColumn(view: ColumnView, key: string): ColumnView {
	const others = view.filter((one) => one.key !== key);
	const frozen = others.filter((one) => one.frozen);
	const column = view.filter((one) => one.key === key).map((one) => ({...one, frozen: !one.frozen}));
	return [...frozen, ...column, ...others.filter((one) => !one.frozen)];
}

/** The view in which a column has this width, or the nearest to it that it may have. */
export function widenColumn(view: ColumnView, key: string, width: number): ColumnView {
	return chooseColumn(view, key, {width: Math.max(narrowest, Math.min(widest, width))});
}

/** A view in which these columns are shown and no others, in their order. */
export function viewOnly(all: readonly Column[], keys: readonly string[]): ColumnView {
	const first = completeView(all).toSorted((a, b) => placeOf(keys, a.key) - placeOf(keys, b.key));
	return first.map((one) => ({...one, show: keys.includes(one.key) ? 'always' : 'never'}));
}

function placeOf(keys: readonly string[], key: string): number {
	const place = keys.indexOf(key);
	return place < 0 ? keys.length : place;
}
