import {quote} from '../../domain/problem.ts';
import type {CommandId, Keymap, KeySequence} from '../keymap/keymap.ts';
import {findClashes} from './find-clashes.ts';

/** Keys as a person writes them, by the IDs of commands: `{"change.undo": ["Ctrl+U", "g u"]}`. */
export type WantedKeys = Readonly<Record<string, readonly string[]>>;

const spellings: Readonly<Record<string, string>> = {esc: 'escape', pgup: 'pageup', pgdn: 'pagedown'};
const named =
	/^(?:up|down|left|right|home|end|pageup|pagedown|enter|tab|escape|backspace|delete|space|f(?:[1-9]|1[0-2])|\S)$/u;

/** A keymap with other keys for some commands; where that cannot be had, without any of them, and with the first reason why. */
export function remapKeys(keymap: Keymap, wanted: WantedKeys): Keymap {
	const keys: Record<CommandId, readonly KeySequence[]> = {...keymap.keys};
	for (const [id, texts] of Object.entries(wanted)) {
		if (!isCommandId(keymap, id)) return {...keymap, problem: `There is no command ${quote(id)}.`};
		const wrong = texts.find((text) => parseSequence(text) === undefined);
		if (wrong !== undefined) return {...keymap, problem: `${quote(wrong)} of ${quote(id)} is no key.`};
		keys[id] = texts.map(parseSequence).filter((sequence) => sequence !== undefined);
	}
	const remapped = {...keymap, keys};
	const [clash] = findClashes(remapped, new Set(Object.keys(wanted).filter((id) => isCommandId(keymap, id))));
	return clash === undefined ? remapped : {...keymap, problem: clash};
}

function isCommandId({keys}: Keymap, id: string): id is CommandId {
	return Object.hasOwn(keys, id);
}

/** The chords of a text such as `Ctrl+Z` or `g g`; undefined where one of them is no key. */
function parseSequence(text: string): KeySequence | undefined {
	const chords = text.trim().split(/\s+/u).map(parseChord);
	return chords.includes(undefined) ? undefined : chords.join(' ');
}

function parseChord(text: string): string | undefined {
	const [, held = '', key = ''] = /^((?:(?:ctrl|alt|shift)\+)*)(.+)$/iu.exec(text) ?? [];
	const lower = held === '' && [...key].length === 1 ? key : key.toLowerCase();
	const chord = spellings[lower] ?? lower;
	return named.test(chord) ? `${held.toLowerCase()}${chord}` : undefined;
}
