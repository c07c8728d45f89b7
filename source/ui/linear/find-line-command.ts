import type {Command} from '../../app/commands/command.ts';
import {isNamed, rankCommand} from '../../app/commands/typed-name.ts';
import {sequenceLabel} from '../../app/keymap/keymap.ts';
import {commands, currentCommands, disabledReason} from '../../app/loop/command-table.ts';
import {contextsOf} from '../../app/loop/contexts.ts';
import type {Model} from '../../app/model.ts';
import {update} from '../../app/update.ts';

/** What a line means as a command. */
export type LineCommand =
	/** `rest` is for the line of text that the command opens. */
	| {readonly type: 'run'; readonly command: Command; readonly rest?: string}
	| {readonly type: 'press'; readonly chords: readonly string[]}
	/** Several fit, none of them exactly: the palette lists them. */
	| {readonly type: 'choose'}
	| {readonly type: 'none'};

/**
 * Finds a command by its name behind `:`, by its short name, by the verb of its ID ("down", "undo"), by a key, or as the palette does.
 * What works here comes before what works elsewhere. "edit carla" is the command "edit", and text for the line that it opens.
 */
export function findLineCommand(model: Model, line: string): LineCommand {
	const named = findNamed(model, line);
	if (named !== undefined) return {type: 'run', command: named};
	const sequence = findSequence(model, line);
	if (sequence !== undefined) return {type: 'press', chords: sequence.split(' ')};
	const [, word = '', rest] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
	const opening = rest === undefined ? undefined : findNamed(model, word);
	if (opening !== undefined && rest !== undefined && takesText(model, opening))
		return {type: 'run', command: opening, rest};
	const found = commands.filter((command) => rankCommand(model.keymap, command, line) !== undefined);
	const [only] = found;
	if (only === undefined) return {type: 'none'};
	return found.length === 1 ? {type: 'run', command: only} : {type: 'choose'};
}

function findNamed(model: Model, name: string): Command | undefined {
	const text = name.toLowerCase();
	const here = nearestFirst(model);
	return (
		here.find((command) => isNamed(command, text)) ??
		here.find(({short}) => short?.toLowerCase() === text) ??
		here.find(({id}) => id === text || id.slice(id.indexOf('.') + 1) === text) ??
		commands.find((command) => isNamed(command, text))
	);
}

/** Whether a command opens a line of text, or says why it cannot: only then is there a use for what comes behind its name. */
function takesText(model: Model, command: Command): boolean {
	if (disabledReason(command, model) !== undefined) return true;
	const [next] = update(model, command.run(model));
	return contextsOf(next).includes('text');
}

/** Keys as texts write them: "Ctrl+Z", "F5", "Esc". */
function findSequence(model: Model, text: string): string | undefined {
	const sequences = nearestFirst(model).flatMap(({id}) => model.keymap.keys[id]);
	return (
		sequences.find((sequence) => sequenceLabel(sequence) === text) ??
		sequences.find((sequence) => sequenceLabel(sequence).toLowerCase() === text.toLowerCase())
	);
}

function nearestFirst(model: Model): readonly Command[] {
	const open = contextsOf(model);
	const distance = ({when}: Command) => open.findIndex((context) => when.includes(context));
	return currentCommands(model).toSorted((a, b) => distance(a) - distance(b));
}
