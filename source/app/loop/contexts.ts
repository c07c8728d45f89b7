import type {Context} from '../commands/command.ts';
import type {Model} from '../model.ts';
import type {ContextKind} from '../screens/screen-kind.ts';
import {focusedScreen, focusedTable, kindOf, screenTable} from '../screens/screen-table.ts';

/** Every context in which a key can mean something of its own, with what help calls it. */
export const contexts: Readonly<Record<Context, ContextKind>> = {
	...Object.fromEntries(Object.values(screenTable).flatMap((kind) => Object.entries(kind.contexts))),
	cell: {title: 'While a cell is edited', types: true},
	filter: {title: 'While the filter is typed', types: true},
	table: {title: 'In any list', counts: true},
	screen: {title: 'On any screen where nothing is typed'},
	text: {title: 'Wherever text is typed', types: true},
	any: {title: 'Everywhere', types: true},
};

/** The contexts that take keys just now, the nearest first. */
export function contextsOf(model: Model): readonly Context[] {
	if (focusedTable(model)?.state.filterEditor !== undefined) return ['filter', 'text', 'any'];
	const screen = focusedScreen(model);
	const {layer, ...kind} = kindOf(screen);
	const own = kind.contextsOf(screen, model);
	const takesCommands = layer === 'base' && contexts[own[0] ?? 'any']?.types !== true;
	return takesCommands ? [...own, 'screen', 'any'] : [...own, 'any'];
}
