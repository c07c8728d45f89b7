import {quote} from '../../domain/problem.ts';
import {type Model, openScreen, withNotice} from '../model.ts';
import type {SavedFilters} from '../saved-filter.ts';
import {findableChoice} from '../screens/choice/find-choice.ts';
import {focusedTable} from '../screens/screen-table.ts';
import type {Step} from '../step.ts';
import {askForRows} from '../table/ask-for-rows.ts';
import type {Table} from '../table/table.ts';
import type {FiltersMessage} from './filters-messages.ts';

/** Filters get names, are used and go; they are kept for the next time. */
export function updateFilters(model: Model, message: FiltersMessage): Step {
	const table = focusedTable(model);
	if (table === undefined) return [model, []];
	const {state} = table;
	switch (message.type) {
		case 'filters/save': {
			const name = message.name.trim();
			if (name === '') return [withNotice(model, 'A name comes after ":save-filter".', 'bad'), []];
			const saved = {list: listOf(table), name, filter: state.filter};
			return keepFilters(model, [...withoutNamed(model, table, name), saved], `Saved as ${quote(name)}.`);
		}
		case 'filters/choose':
			return [openSaved(model, table), []];
		case 'filters/apply':
			return askForRows(table, {filter: message.filter, sort: state.sort, typedOver: state});
		case 'filters/remove': {
			const left = withoutNamed(model, table, message.name);
			const [kept, effects] = keepFilters(model, left, `Removed ${quote(message.name)}.`);
			return [savedFor(kept, table).length === 0 ? kept : openSaved(kept, table), effects];
		}
	}
}

/** The saved filters for a list, by name. */
export function savedFor({savedFilters}: Model, table: Table): SavedFilters {
	return savedFilters
		.filter(({list}) => list === listOf(table))
		.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

function listOf({kind}: Table): string {
	return kind.noun.many;
}

function withoutNamed({savedFilters}: Model, table: Table, name: string): SavedFilters {
	return savedFilters.filter((saved) => saved.list !== listOf(table) || saved.name !== name);
}

function keepFilters(model: Model, savedFilters: SavedFilters, text: string): Step {
	return [
		withNotice({...model, savedFilters}, text, 'good'),
		[{type: 'filters/remember', filters: savedFilters}],
	];
}

function openSaved(model: Model, table: Table): Model {
	const items = savedFor(model, table).map(({name, filter}) => ({
		label: name,
		detail: filter,
		choose: {type: 'filters/apply', filter} as const,
		remove: {type: 'filters/remove', name} as const,
	}));
	return openScreen(model, findableChoice({title: 'Saved filters', items, index: 0}));
}
