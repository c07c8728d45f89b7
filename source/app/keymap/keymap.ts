import {keyLabel} from '../key.ts';
import {type CommandId, sheetKeys} from './sheet-keys.ts';

export type {CommandId} from './sheet-keys.ts';

/** Keys that are pressed one after the other, by their chords with a space between two: `ctrl+z`, `g g`. */
export type KeySequence = string;

/** As `--keys` takes it. */
export type KeymapName = 'sheet' | 'vim';

/** Takes other keys, and keeps in mind that these are wanted. */
export type KeymapMessage = {readonly type: 'keymap/choose'; readonly name: KeymapName};

/** Which keys run which command. */
export type Keymap = {
	readonly name: KeymapName;
	/** The first of a command's sequences is the one that footer and texts name. */
	readonly keys: Readonly<Record<CommandId, readonly KeySequence[]>>;
	/** Whether keys in the grid only give commands: a digit begins a count, and no letter begins a value. */
	readonly isModal: boolean;
	/** Why the keys that a person has written down are not among them. */
	readonly problem?: string;
};

/** The keys of a spreadsheet. */
export const sheetKeymap: Keymap = {name: 'sheet', keys: sheetKeys, isModal: false};

/** The keys of a command as footer, help and README write them: `Ctrl+Z`. */
export function keyNames({keys}: Keymap, id: CommandId): readonly string[] {
	return keys[id].map(sequenceLabel);
}

/** The key that every text names for a command; of one without any, the key that opens the palette. */
export function keyName({keymap}: {readonly keymap: Keymap}, id: CommandId): string {
	return keyNames(keymap, id)[0] ?? keyNames(keymap, 'palette.open')[0] ?? '';
}

/** A sequence as people write it: `gg`, and with a space where a key has a longer name. */
export function sequenceLabel(sequence: KeySequence): string {
	const labels = sequence.split(' ').map(keyLabel);
	return labels.join(labels.every((label) => label.length === 1) ? '' : ' ');
}
