import type {Sheet} from '../../../domain/sheet.ts';
import {openTable} from '../../table/table-state.ts';
import {textField} from '../../text-field-state.ts';
import {nothingFixed} from './fix/fix-history.ts';
import {emptyTabs, type ImportState, listFiles} from './import-state.ts';
import {defaultOptions} from './options/default-options.ts';

/** The wizard as it opens, with a path typed already. */
export function newImport({profiles}: Sheet, path: string): ImportState {
	return {
		name: 'import',
		step: 'file',
		file: {
			field: textField(path),
			listed: [],
			listedFor: undefined,
			completes: false,
			table: listFiles([]),
		},
		options: defaultOptions(profiles, []),
		hasChosen: false,
		optionsTable: openTable([]),
		columnsTable: openTable([]),
		fixed: nothingFixed,
		tab: 'all',
		tables: emptyTabs,
	};
}
