import {type Keymap, keyNames} from '../keymap/keymap.ts';
import type {Command} from './command.ts';

/** Fewer letters than these mean nothing inside of a word: `:q` is no search for "required". */
const leastInside = 3;

/** Everything that runs a command, as help, palette and README write it: its keys, then its names behind `:`. */
export function commandNames(keymap: Keymap, {id, aliases = [], argument}: Command): readonly string[] {
	const behind = argument === undefined ? '' : ` ${argument.name}`;
	return [
		...keyNames(keymap, id),
		...aliases.map((alias) => `:${alias}${behind}`),
		...(argument?.alone === undefined ? [] : [`:${argument.name}`]),
	];
}

/** What a typed text gives to a command that takes something: "users.csv" of ":e users.csv", "42" of ":42". */
export function findArgument({aliases = [], argument}: Command, typed: string): string | undefined {
	const text = withoutColon(typed);
	if (argument === undefined) return undefined;
	if (argument.alone?.test(text) === true) return text;
	const [, alias = '', rest] = /^(\S+)\s+(.*)$/.exec(text) ?? [];
	return aliases.includes(alias.toLowerCase()) ? rest : undefined;
}

/** Whether a text is one of a command's names behind `:`, and nothing else. */
export function isNamed(command: Command, typed: string): boolean {
	const text = withoutColon(typed).toLowerCase();
	return command.aliases?.includes(text) === true || findArgument(command, typed) !== undefined;
}

/**
 * How well a command fits what was typed, 0 best: by its name behind `:`; by key or ID; by whole words; by the beginnings of
 * words; by what is inside of them. Undefined when one of the words is not in it at all.
 */
export function rankCommand(keymap: Keymap, command: Command, typed: string): number | undefined {
	const text = withoutColon(typed).toLowerCase();
	const names = [...keyNames(keymap, command.id), command.id].map((name) => name.toLowerCase());
	if (isNamed(command, typed)) return 0;
	if (names.includes(text)) return 1;
	const texts = [...names, ...(command.aliases ?? []), command.short ?? '', command.title];
	const searched = texts.join(' ').toLowerCase();
	const words = searched.split(/[^\p{L}\p{N}+]+/u);
	let rank = 2;
	for (const word of text.split(/\s+/u)) {
		if (words.includes(word)) continue;
		if (words.some((candidate) => candidate.startsWith(word))) rank = Math.max(rank, 3);
		else if (word.length >= leastInside && searched.includes(word)) rank = 4;
		else return undefined;
	}
	return rank;
}

function withoutColon(typed: string): string {
	return typed.trim().replace(/^:+\s*/, '');
}
