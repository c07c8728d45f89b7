import type {Sheet} from '../../../domain/sheet.ts';
import {textField} from '../../text-field-state.ts';
import {defaultOptions} from './change-option.ts';
import {emptyTabs, type ImportState, listFiles} from './import-state.ts';

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
		optionIndex: 0,
		tab: 'accepted',
		tables: emptyTabs,
	};
}
