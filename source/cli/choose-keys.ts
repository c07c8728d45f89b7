import {type ColumnViews, columnViewsSchema} from '../app/column-choice.ts';
import type {Keymap, KeymapName} from '../app/keymap/keymap.ts';
import {findKeymapName, type Keymaps, keymaps} from '../app/keymap/keymaps.ts';
import {remapKeys} from '../app/loop/remap-keys.ts';
import type {OpenedSheet} from '../shell/sheet-loop.ts';
import {currentAccountName} from '../store/author/current-author.ts';
import {readOwnKeys} from '../store/author/own-keys.ts';
import {readOwnSetting, writeOwnSetting} from '../store/author/own-setting.ts';
import type {Context} from './context.ts';

/**
 * The keys that were asked for, or else those that the account has chosen before; with the keys that the person has written
 * down for some commands; and how the person has arranged the columns of lists. A throwaway sheet leaves nothing behind.
 */
export function chooseKeys(
	{io, isDemo, isReadOnly}: Context,
	asked: KeymapName | undefined,
): Pick<OpenedSheet, 'keys' | 'keymaps' | 'columnViews' | 'rememberSetting'> {
	const account = currentAccountName(io.env);
	const keys = asked ?? findKeymapName(readOwnSetting('keys', account, io.env));
	return {
		...(keys === undefined ? {} : {keys}),
		columnViews: readColumnViews(readOwnSetting('columns', account, io.env)),
		keymaps: remapAll(io.env),
		...(isDemo || isReadOnly
			? {}
			: {
					rememberSetting: (setting, value) =>
						writeOwnSetting(setting, account, value, io.env)?.error.message,
				}),
	};
}

/** None where a person has edited them so that they cannot be read: it is no reason to stop. */
function readColumnViews(text = '{}'): ColumnViews {
	try {
		return columnViewsSchema.parse(JSON.parse(text));
	} catch {
		return {};
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
