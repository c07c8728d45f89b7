import type {Command, Context} from '../commands/command.ts';
import {type CommandId, type Keymap, sequenceLabel} from '../keymap/keymap.ts';
import {commands} from './command-table.ts';
import {contexts} from './contexts.ts';

/**
 * What is wrong with a keymap, in a sentence each: keys that two commands of one context share, and letters where text is typed.
 *
 * @param chosen commands with keys of a person's own: one must not take a key of the list away, nor lose its own to a screen
 */
export function findClashes(keymap: Keymap, chosen: ReadonlySet<CommandId> = new Set()): readonly string[] {
	const clashes: string[] = [];
	for (const [context, {title, inList}] of Object.entries(contexts)) {
		const isHere = ({when}: Command): boolean => when.includes(context);
		const bound = commands
			.filter((command) => isHere(command) || (inList === true && command.when.includes('table')))
			.flatMap((command) => keymap.keys[command.id].map((keys) => ({command, keys})));
		for (const [index, one] of bound.entries()) {
			const other = bound
				.slice(index + 1)
				.filter(({command}) => isHere(one.command) || isHere(command))
				.filter(
					({command}) =>
						isHere(one.command) === isHere(command) || chosen.has(one.command.id) || chosen.has(command.id),
				)
				.find(({keys}) => isBeginning(one.keys, keys) || isBeginning(keys, one.keys));
			if (other !== undefined)
				clashes.push(
					`${title}, ${sequenceLabel(one.keys)} is for both ${name(one.command)} and ${name(other.command)}.`,
				);
			if (isHere(one.command) && isTyped(context, one.keys))
				clashes.push(`${title}, ${sequenceLabel(one.keys)} is text, and cannot be for ${name(one.command)}.`);
		}
	}
	return clashes;
}

/** Whether a sequence begins with what is text in this context; in a list Space chooses, until a name is being typed. */
function isTyped(context: Context, keys: string): boolean {
	const [first = ''] = keys.split(' ');
	const isText = [...first].length === 1 || (first === 'space' && context !== 'choice');
	return isText && contexts[context]?.types === true;
}

/** Whether the end of one sequence may be the middle of the other. */
function isBeginning(keys: string, longer: string): boolean {
	return keys === longer || longer.startsWith(`${keys} `);
}

function name({id}: Command): string {
	return `"${id}"`;
}
