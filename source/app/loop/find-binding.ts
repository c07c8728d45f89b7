import type {Command} from '../commands/command.ts';
import type {Key} from '../key.ts';
import type {Keymap} from '../keymap/keymap.ts';
import {addToCount, addToSequence, type PressedKeys} from '../keymap/pressed-keys.ts';
import type {Model} from '../model.ts';
import {commands} from './command-table.ts';
import {contexts, contextsOf} from './contexts.ts';

/** What a key does: a command, a step towards one, or text for the line that has the keys. */
export type Binding =
	| {readonly command: Command; readonly count?: number}
	| {readonly pressed: PressedKeys}
	| {readonly insert: string};

/** Looks a key up, after those that wait for it, in the contexts that take keys just now, the nearest first. */
export function findBinding(model: Model, key: Key): Binding | undefined {
	const before = pressedBefore(model);
	const isCounted = model.keymap.isModal && contexts[before.place]?.counts === true;
	const count = isCounted ? addToCount(before, key.chord) : undefined;
	if (count !== undefined) return {pressed: {...before, count}};
	const keys = addToSequence(before, key.chord);
	const bindings = bindingsOf(model.keymap);
	let yielding: Binding | undefined;
	for (const context of contextsOf(model)) {
		const found = bindings.get(`${context} ${keys}`);
		if (found === 'begins') return {pressed: {...before, keys}};
		const counted = found && {command: found, ...(before.count === '' ? {} : {count: Number(before.count)})};
		if (found?.yields?.(model) === true) yielding = counted;
		else if (counted !== undefined) return counted;
		if (context === 'text' && key.text !== undefined) return {insert: key.text};
	}
	if (yielding !== undefined) return yielding;
	// What types nothing, such as an arrow, belongs to no sequence, and does what it does alone.
	const {pressedKeys, ...alone} = model;
	return pressedKeys === undefined || key.text !== undefined ? undefined : findBinding(alone, key);
}

/** The keys that wait for another one here. */
export function pressedBefore(model: Model): PressedKeys {
	const [place = 'any'] = contextsOf(model);
	const {pressedKeys} = model;
	return pressedKeys?.place === place ? pressedKeys : {place, count: '', keys: ''};
}

/** By context and sequence: the command, or that a sequence begins so. */
type Bindings = ReadonlyMap<string, Command | 'begins'>;

const boundKeys = new WeakMap<Keymap, Bindings>();

/** The bindings of a keymap, made once. */
function bindingsOf(keymap: Keymap): Bindings {
	const known = boundKeys.get(keymap);
	if (known !== undefined) return known;
	const bindings = new Map<string, Command | 'begins'>();
	for (const command of commands) {
		for (const context of command.when) {
			for (const sequence of keymap.keys[command.id]) {
				const keys = sequence.split(' ');
				for (const end of keys.keys())
					if (end > 0) bindings.set(`${context} ${keys.slice(0, end).join(' ')}`, 'begins');
				bindings.set(`${context} ${sequence}`, command);
			}
		}
	}
	boundKeys.set(keymap, bindings);
	return bindings;
}
