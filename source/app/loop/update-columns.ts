import type {ColumnView} from '../column-choice.ts';
import {keyName} from '../keymap/keymap.ts';
import {type Model, openScreen, withNotice} from '../model.ts';
import {findableChoice} from '../screens/choice/find-choice.ts';
import {focusedTable} from '../screens/screen-table.ts';
import type {Step} from '../step.ts';
import {
	chooseColumn,
	completeView,
	freezeColumn,
	swapColumns,
	viewOnly,
	widenColumn,
} from '../table/column-view.ts';
import {goToColumn} from '../table/go-to-column.ts';
import type {Column, Table} from '../table/table.ts';
import type {ColumnsMessage} from './columns-messages.ts';

/** A list whose columns can be arranged, and the column under its cursor. */
type Place = {
	readonly table: Table;
	readonly arranged: NonNullable<Table['arranged']>;
	readonly column: Column;
	readonly view: ColumnView;
};

/** Columns hidden and shown, in another order, wider and narrower; it is kept for the next time. */
export function updateColumns(model: Model, message: ColumnsMessage): Step {
	const table = focusedTable(model);
	const column = table?.columns[table.state.cursor.column];
	if (table?.arranged === undefined || column === undefined) return [model, []];
	const {arranged} = table;
	const place = {table, arranged, column, view: completeView(arranged.all, model.columnViews[arranged.name])};
	return message.type === 'columns/choose'
		? [openScreen(model, columnsChoice(place)), []]
		: changeColumn(model, place, message);
}

function changeColumn(
	model: Model,
	place: Place,
	message: Exclude<ColumnsMessage, {type: 'columns/choose'}>,
): Step {
	const {table, arranged, column, view} = place;
	const {key, width, frozen = false} = column;
	const named = column.name ?? column.header;
	const choose = keyName(model, 'columns.choose');
	switch (message.type) {
		case 'columns/hide':
			if (table.columns.length === 1) return refuse(model, 'This is the only column that is shown.');
			return keepView(
				model,
				place,
				chooseColumn(view, key, {show: 'never'}),
				`${named} is hidden. ${choose} shows it again.`,
			);
		case 'columns/move': {
			const beside = table.columns[table.state.cursor.column + message.by];
			if (beside === undefined) return refuse(model, 'There is no column beyond this one.');
			if ((beside.frozen ?? false) !== frozen)
				return refuse(
					model,
					`Columns that stay at the left come first: ${keyName(model, 'columns.freeze')} changes whether this one does.`,
				);
			return keepView(model, place, swapColumns(view, key, beside.key));
		}
		case 'columns/freeze':
			return keepView(
				model,
				place,
				freezeColumn(view, key),
				frozen ? `${named} scrolls with the others now.` : `${named} stays at the left now.`,
			);
		case 'columns/widen':
			return keepView(model, place, widenColumn(view, key, width + message.by));
		case 'columns/set-width':
			return keepView(
				model,
				place,
				message.width === 0 ? chooseColumn(view, key, {width: 0}) : widenColumn(view, key, message.width),
			);
		case 'columns/show':
			return rememberViews(goToColumn(model, table, message.key));
		case 'columns/apply-preset': {
			const preset = arranged.presets?.find(({name}) => name === message.name);
			return keepView(
				model,
				place,
				preset && viewOnly(arranged.all, preset.keys),
				preset === undefined ? 'The columns are as they come by themselves.' : `Columns: ${preset.name}.`,
			);
		}
	}
}

function refuse(model: Model, reason: string): Step {
	return [withNotice(model, reason, 'bad'), []];
}

/** The model with another view of the list, which the shell keeps. */
function keepView(model: Model, {arranged}: Place, view: ColumnView | undefined, text?: string): Step {
	const {[arranged.name]: _, ...others} = model.columnViews;
	const columnViews = view === undefined ? others : {...others, [arranged.name]: view};
	const next = {...model, columnViews};
	return rememberViews(text === undefined ? next : withNotice(next, text, 'good'));
}

function rememberViews(model: Model): Step {
	return [model, [{type: 'columns/remember', views: model.columnViews}]];
}

/** The headers of a preset, but of those columns that stay at the left. */
function headersOf(all: readonly Column[], keys: readonly string[]): string {
	const shown = all.filter(({key, frozen}) => keys.includes(key) && frozen !== true);
	return shown.map(({header}) => header).join(', ');
}

/** What can be shown: presets, and each column that is hidden. */
function columnsChoice({table, arranged, view}: Place) {
	const hidden = view.filter(({key}) => !table.columns.some((column) => column.key === key));
	const items = [
		...hidden.map(({key, show}) => {
			const column = arranged.all.find((one) => one.key === key);
			return {
				label: column?.name ?? column?.header ?? key,
				detail: show === 'never' ? 'hidden' : 'empty in all rows',
				choose: {type: 'columns/show', key} as const,
			};
		}),
		...(arranged.presets ?? []).map(({name, keys}) => ({
			label: name,
			detail:
				keys.length === arranged.all.length ? `all ${keys.length} columns` : headersOf(arranged.all, keys),
			choose: {type: 'columns/apply-preset', name} as const,
		})),
		{
			label: 'As they come',
			detail: 'what was chosen for columns is forgotten',
			choose: {type: 'columns/apply-preset'} as const,
		},
	];
	return findableChoice({title: 'Show columns', items, index: 0});
}
