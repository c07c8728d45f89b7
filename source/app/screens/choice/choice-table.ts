import {textWidth} from '../../../terminal/text/text-width.ts';
import {type Model, putScreen} from '../../model.ts';
import {rowsByPlace} from '../../table/rows-by-place.ts';
import type {Table, TableKind} from '../../table/table.ts';
import {gutterWidth} from '../../table/table-layout.ts';
import type {ChoiceState} from './choice-state.ts';

type Item = ChoiceState['items'][number];

/** Lines around the items: rule, the line in which a name is typed, answer and keys, and two of what is below. */
const linesAround = 6;

const choiceKind: TableKind<Item, boolean> = {
	noun: {one: 'choice', many: 'choices'},
	numbered: 'row',
	valueOf: (item, key) => (key === 'label' ? item.label : item.detail),
	cellOf: (item, key, revealed) => ({
		text: key === 'label' ? ((revealed ? item.revealed : undefined) ?? item.label) : item.detail,
	}),
	nameOf: ({label}) => label,
};

/** The items of a list to choose from, each in two columns: the labels have what the details leave them, and half at least. */
export function choiceTable(screen: ChoiceState, model: Model): Table<Item, boolean> {
	const {items, table} = screen;
	const {columns, rows} = model.size;
	const room = columns - gutterWidth - 2;
	const widest = (texts: readonly string[]): number =>
		texts.reduce((most, text) => Math.max(most, textWidth(text)), 0);
	const label = Math.min(
		widest(items.flatMap(({label, revealed = ''}) => [label, revealed])) + 1,
		Math.max(Math.floor(room / 2), room - widest(items.map((item) => item.detail))),
	);
	return {
		kind: choiceKind,
		context: model.revealed,
		state: table,
		columns: [
			{key: 'label', header: '', width: label},
			{key: 'detail', header: '', width: Math.max(1, room - label)},
		],
		size: {columns, rows: Math.max(1, Math.min(items.length, rows - linesAround))},
		cursor: 'row',
		emptyText: 'There is nothing to choose from.',
		...rowsByPlace(items),
		keep: (state) => putScreen(model, {...screen, table: state}),
	};
}
