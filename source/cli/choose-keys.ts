import {columnViewsSchema} from '../app/column-choice.ts';
import type {Keymap, KeymapName} from '../app/keymap/keymap.ts';
import {findKeymapName, type Keymaps, keymaps} from '../app/keymap/keymaps.ts';
import {remapKeys} from '../app/loop/remap-keys.ts';
import {savedFiltersSchema} from '../app/saved-filter.ts';
import {savedMappingsSchema} from '../app/saved-mapping.ts';
import type {OpenedSheet} from '../shell/sheet-loop.ts';
import {currentAccountName, currentAuthor} from '../store/author/current-author.ts';
import {readOwnKeys} from '../store/author/own-keys.ts';
import {readOwnSetting, writeOwnSetting} from '../store/author/own-setting.ts';
import type {Context} from './context.ts';
import {readPreferences} from './own-preferences.ts';
import {readJson} from './read-json.ts';

/**
 * The keys that were asked for, or else those that the account has chosen before; with the keys that the person has written
 * down for some commands; and how the person has arranged the columns of lists, the filters with names, what the columns of files are for, and the
 * settings of the screen. A throwaway sheet leaves nothing behind.
 */
export function chooseKeys(
	{io, isDemo, isReadOnly}: Context,
	asked: KeymapName | undefined,
): Pick<
	OpenedSheet,
	| 'keys'
	| 'keymaps'
	| 'columnViews'
	| 'savedFilters'
	| 'savedMappings'
	| 'preferences'
	| 'myName'
	| 'rememberSetting'
> {
	const account = currentAccountName(io.env);
	const keys = asked ?? findKeymapName(readOwnSetting('keys', account, io.env));
	return {
		...(keys === undefined ? {} : {keys}),
		columnViews: readJson(columnViewsSchema, readOwnSetting('columns', account, io.env), {}),
		savedFilters: readJson(savedFiltersSchema, readOwnSetting('filters', account, io.env), []),
		savedMappings: readJson(savedMappingsSchema, readOwnSetting('mappings', account, io.env), []),
		preferences: readPreferences(io.env),
		myName: currentAuthor(io.env).name ?? '',
		keymaps: remapAll(io.env),
		...(isDemo || isReadOnly
			? {}
			: {
					rememberSetting: (setting, value) =>
						writeOwnSetting(setting, account, value, io.env)?.error.message,
				}),
	};
}

function remapAll(environment: NodeJS.ProcessEnv): Keymaps {
	const own = readOwnKeys(environment);
	const remap = (keymap: Keymap): Keymap => {
		const remapped = 'problem' in own ? {...keymap, problem: own.problem} : remapKeys(keymap, own.keys);
		const {problem} = remapped;
		return problem === undefined
			? remapped
			: {...remapped, problem: `${problem} So none of ${own.file} is used.`};
	};
	return {sheet: remap(keymaps.sheet), vim: remap(keymaps.vim)};
}
