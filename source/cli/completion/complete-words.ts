import type {Command, Option} from 'commander';
import {searchText} from '../../domain/compare-text.ts';
import {exportedFields, gridFields} from '../../domain/field-lists.ts';
import {type Candidate, completeQuery} from '../../domain/query/complete-query.ts';
import {entryQueryTable} from '../../domain/query/entry-query.ts';
import {fieldNames} from '../../domain/query/field-names.ts';
import {userQueryTable} from '../../domain/query/user-query.ts';
import type {Sheet} from '../../domain/sheet.ts';

/** Whole words that may take the place of the one that is being typed, or that it is a file. */
export type Completed = readonly Candidate[] | 'files';

/** Where the words before the one that is being typed have led to. */
type Place = {
	readonly command: Command;
	/** The flag whose value comes next. */
	readonly pending: Option | undefined;
	/** How many arguments of the command were given. */
	readonly operands: number;
	readonly given: ReadonlySet<Option>;
};

/**
 * What may be typed at the end of a command line, read from the commands and their flags: what a value is, its placeholder says,
 * as `<file>`, `<profile>` and `<filter>`.
 *
 * @param words those before, without the program's name
 * @param current what is typed of the word, without its quotation marks
 * @param readSheet for the names in it; only asked for where they count
 */
export async function completeWords(
	program: Command,
	words: readonly string[],
	current: string,
	readSheet: () => Promise<Sheet>,
): Promise<Completed> {
	const place = findPlace(program, words);
	const {command, pending, operands} = place;
	const [, flag = '', begun] = /^(--[^=]+)=(.*)$/s.exec(current) ?? [];
	const option = begun === undefined ? undefined : findOption(command, flag);
	if (option !== undefined && begun !== undefined) {
		const values = await completeValue(option.flags, option.argChoices, begun, command, readSheet);
		return values === 'files' ? values : values.map((value) => ({...value, text: `${flag}=${value.text}`}));
	}
	if (pending !== undefined && !(pending.variadic && current.startsWith('-')))
		return completeValue(pending.flags, pending.argChoices, current, command, readSheet);
	if (current.startsWith('-')) return likeTyped(listFlags(place), current);
	const argument = command.registeredArguments[operands];
	if (argument !== undefined)
		return completeValue(`<${argument.name()}>`, argument.argChoices, current, command, readSheet);
	return operands > 0 ? [] : likeTyped(listCommands(command), current);
}

function findPlace(program: Command, words: readonly string[]): Place {
	let command = program;
	let pending: Option | undefined;
	let operands = 0;
	const given = new Set<Option>();
	for (const word of words) {
		// The name of a command comes next, as it does without it.
		if (word === 'help' && command === program) continue;
		const isFlag = word.startsWith('-');
		if (pending !== undefined && !(pending.variadic && isFlag)) {
			if (!pending.variadic) pending = undefined;
			continue;
		}
		const [name = ''] = word.split('=');
		const option: Option | undefined = isFlag ? findOption(command, name) : undefined;
		if (option !== undefined) given.add(option);
		pending = option?.required && name === word ? option : undefined;
		const next = isFlag ? undefined : command.commands.find((one) => one.name() === word);
		if (next !== undefined) command = next;
		else if (!isFlag) operands += 1;
	}
	return {command, pending, operands, given};
}

function findOption(command: Command, name: string): Option | undefined {
	return withParents(command)
		.flatMap(({options}) => options)
		.find(({long, short}) => long === name || short === name);
}

function withParents(command: Command): readonly Command[] {
	return command.parent === null ? [command] : [command, ...withParents(command.parent)];
}

function listFlags({command, given}: Place): readonly Candidate[] {
	return withParents(command)
		.flatMap((at) => at.createHelp().visibleOptions(at))
		.filter((option) => option.variadic || !given.has(option))
		.flatMap(({long, description}) => (long ? [{text: long, help: description}] : []));
}

function listCommands(command: Command): readonly Candidate[] {
	const visible = command.createHelp().visibleCommands(command);
	return visible.map((one) => ({text: one.name(), help: one.description()}));
}

async function completeValue(
	placeholder: string,
	choices: readonly string[] | undefined,
	current: string,
	command: Command,
	readSheet: () => Promise<Sheet>,
): Promise<Completed> {
	if (choices !== undefined)
		return likeTyped(
			choices.map((text) => ({text, help: ''})),
			current,
		);
	const [, kind] = /[<[](\w+)/.exec(placeholder) ?? [];
	switch (kind) {
		case 'file':
		case 'folder':
			return 'files';
		case 'filter':
			return completeFilter(current, command, readSheet);
		case 'columns':
			return completeColumns(current, command);
		case 'profile': {
			const {profiles} = await readSheet();
			return likeTyped(
				profiles.map(({name}) => ({text: name, help: 'a profile'})),
				current,
			);
		}
		default:
			return [];
	}
}

async function completeFilter(
	current: string,
	command: Command,
	readSheet: () => Promise<Sheet>,
): Promise<Completed> {
	const {start, candidates} =
		command.name() === 'history'
			? // The times are only offered here, not looked for.
				completeQuery(current, current.length, entryQueryTable({now: '', timeZone: 'UTC'}))
			: completeQuery(current, current.length, userQueryTable({sheet: await readSheet()}));
	const whole = candidates.map(({text, help}) => ({text: current.slice(0, start) + text, help}));
	// A shell goes on with what is typed. Another word for it, as "number:" for "dn", must be the only one.
	return whole.length === 1 ? whole : likeTyped(whole, current);
}

/** Names with commas between. */
function completeColumns(current: string, command: Command): Completed {
	const before = current.slice(0, current.lastIndexOf(',') + 1);
	const fields = command.name() === 'export' ? exportedFields : gridFields;
	const names = fields.map((field) => ({text: before + (fieldNames(field)[0] ?? ''), help: field.header}));
	return likeTyped(names, current);
}

function likeTyped(candidates: readonly Candidate[], current: string): readonly Candidate[] {
	const typed = searchText(current);
	return candidates.filter(({text}) => searchText(text).startsWith(typed));
}
