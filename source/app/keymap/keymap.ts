import {keyLabel} from '../key.ts';
import type {sheetKeys} from './sheet-keys.ts';

/** What a command is called in the code: `noun.verb`. */
export type CommandId = keyof typeof sheetKeys;

/** The keys of each command, the first of them as footer and texts name it. */
export type Keymap = Readonly<Record<CommandId, readonly string[]>>;

/** The keys of a command as footer, help and README write them: `Ctrl+Z`. */
export function keyNames(keymap: Keymap, id: CommandId): readonly string[] {
	return keymap[id].map(keyLabel);
}

/** The key that every text names for a command; of one without any, the key that opens the palette. */
export function keyName({keymap}: {readonly keymap: Keymap}, id: CommandId): string {
	return keyNames(keymap, id)[0] ?? keyNames(keymap, 'palette.open')[0] ?? '';
}
