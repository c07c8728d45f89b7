import type {z} from 'zod';
import {columnViewsSchema} from '../app/column-choice.ts';
import type {Keymap, KeymapName} from '../app/keymap/keymap.ts';
import {findKeymapName, type Keymaps, keymaps} from '../app/keymap/keymaps.ts';
import {remapKeys} from '../app/loop/remap-keys.ts';
import {savedFiltersSchema} from '../app/saved-filter.ts';
import type {OpenedSheet} from '../shell/sheet-loop.ts';
import {currentAccountName} from '../store/author/current-author.ts';
import {readOwnKeys} from '../store/author/own-keys.ts';
import {readOwnSetting, writeOwnSetting} from '../store/author/own-setting.ts';
import type {Context} from './context.ts';

/**
 * The keys that were asked for, or else those that the account has chosen before; with the keys that the person has written
 * down for some commands; and how the person has arranged the columns of lists, and the filters with names. A throwaway sheet leaves nothing behind.
 */
export function chooseKeys(
	{io, isDemo, isReadOnly}: Context,
	asked: KeymapName | undefined,
): Pick<OpenedSheet, 'keys' | 'keymaps' | 'columnViews' | 'savedFilters' | 'rememberSetting'> {
	const account = currentAccountName(io.env);
	const keys = asked ?? findKeymapName(readOwnSetting('keys', account, io.env));
	return {
		...(keys === undefined ? {} : {keys}),
		columnViews: readJson(columnViewsSchema, readOwnSetting('columns', account, io.env), {}),
		savedFilters: readJson(savedFiltersSchema, readOwnSetting('filters', account, io.env), []),
		keymaps: remapAll(io.env),
		...(isDemo || isReadOnly
			? {}
			: {
					rememberSetting: (setting, value) =>
						writeOwnSetting(setting, account, value, io.env)?.error.message,
				}),
	};
}

/** Nothing where a person has edited it so that it cannot be read: it is no reason to stop. */
function readJson<Value>(schema: z.ZodType<Value>, text: string | undefined, nothing: Value): Value {
	try {
		return text === undefined ? nothing : schema.parse(JSON.parse(text));
	} catch {
		return nothing;
	}
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
