import type {Command, Context} from '../commands/command.ts';
import {type Keymap, sequenceLabel} from '../keymap/keymap.ts';
import {commands} from './command-table.ts';
import {contexts} from './contexts.ts';

/** What is wrong with a keymap, in a sentence each: keys that two commands of one context share, and letters where text is typed. */
export function findClashes(keymap: Keymap): readonly string[] {
	const clashes: string[] = [];
	for (const [context, {title}] of Object.entries(contexts)) {
		const bound = commands
			.filter(({when}) => when.includes(context))
			.flatMap((command) => keymap.keys[command.id].map((keys) => ({command, keys})));
		for (const [index, one] of bound.entries()) {
			const other = bound
				.slice(index + 1)
				.find(({keys}) => isBeginning(one.keys, keys) || isBeginning(keys, one.keys));
			if (other !== undefined)
				clashes.push(
					`${title}, ${sequenceLabel(one.keys)} is for both ${name(one.command)} and ${name(other.command)}.`,
				);
			if (isTyped(context, one.keys))
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

/** Whether nobody could tell the end of one sequence from the middle of the other. */
function isBeginning(keys: string, longer: string): boolean {
	return keys === longer || longer.startsWith(`${keys} `);
}

function name({id}: Command): string {
	return `"${id}"`;
}
