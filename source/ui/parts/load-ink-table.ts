import Module, {createRequire} from 'node:module';
import * as ink from 'ink';
import type {ComponentType, ReactElement} from 'react';

/** What ink-table hands to the component of a cell: the text with its padding, and the index of its column. */
export type InkTableCell = (props: {readonly children?: string; readonly column: number}) => ReactElement;

/** Properties of the default export of ink-table 3.1, whose own types are for an older React. */
export type InkTableProps = {
	readonly data: readonly Readonly<Record<string, string>>[];
	readonly columns: readonly string[];
	readonly header: InkTableCell;
	readonly cell: InkTableCell;
	/** Draws borders and corners. */
	readonly skeleton: () => null;
};

let loaded: ComponentType<InkTableProps> | undefined;

/**
 * ink-table, loaded when the first table is drawn: the grid does without. It is CommonJS and requires Ink, which Node
 * refuses because Ink awaits at its top level; so the Ink that is loaded already is put where `require` looks first.
 */
export function loadInkTable(): ComponentType<InkTableProps> {
	loaded ??= requireInkTable();
	return loaded;
}

function requireInkTable(): ComponentType<InkTableProps> {
	const own = createRequire(import.meta.url);
	// As ink-table sees it: another copy of Ink would have contexts of its own.
	const path = createRequire(own.resolve('ink-table')).resolve('ink');
	if (own.cache[path] === undefined) {
		const loaded = new Module(path);
		loaded.filename = path;
		loaded.loaded = true;
		loaded.exports = ink;
		own.cache[path] = loaded;
	}
	const inkTable: {readonly default: ComponentType<InkTableProps>} = own('ink-table');
	return inkTable.default;
}
