import {type Keymap, type KeymapName, sheetKeymap} from './keymap.ts';
import {vimKeys} from './vim-keys.ts';

export type Keymaps = Readonly<Record<KeymapName, Keymap>>;

/** The keymaps that one can choose. */
export const keymaps: Keymaps = {
	sheet: sheetKeymap,
	vim: {name: 'vim', keys: vimKeys, isModal: true},
};

/** As `--keys` takes them. */
export const keymapNames: readonly KeymapName[] = ['sheet', 'vim'];

/** The name of a keymap, where a text is one. */
export function findKeymapName(text: string | undefined): KeymapName | undefined {
	return keymapNames.find((name) => name === text);
}
