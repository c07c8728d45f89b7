import type {CommandId} from '../keymap/keymap.ts';
import type {Message} from '../message.ts';
import {type Model, type Screen, topScreen} from '../model.ts';

/** Where a key press goes: each has its own bindings. */
export const contexts = {
	grid: 'In the grid',
	cell: 'While a cell is edited',
	filter: 'While the filter is typed',
	form: 'In the form',
	importFile: 'Import: choosing a file',
	importOptions: 'Import: options',
	importPreview: 'Import: preview',
	importResult: 'Import: result',
	undoing: 'While many users are changed back',
	searching: 'While a problem is looked for',
	history: 'In the history',
	historyFilter: 'While the filter of the history is typed',
	historyEntry: 'In a change of the history',
	pin: 'Setting PINs',
	export: 'Naming a file',
	choice: 'In a list',
	confirm: 'At a question',
	commands: 'In help and palette',
	text: 'Wherever text is typed',
	any: 'Everywhere',
} as const;

export type Context = keyof typeof contexts;

/** Where a digit can begin a count: lists in which no digit is text. */
export const countingContexts: readonly Context[] = ['grid', 'importPreview', 'history', 'historyEntry'];

/** One thing that a person can do. The table of these, with the keymap in force, feeds key dispatch, footer, help, palette and the README. */
export type Command = {
	/** The keymap has the keys for it. */
	readonly id: CommandId;
	/** What it does, as help and palette say it. */
	readonly title: string;
	/** One or two words for the footer; without it the footer leaves the command out. */
	readonly short?: string;
	/** Its names behind `:`, in lower case: those that Vim has for it. */
	readonly aliases?: readonly string[];
	/** What it can be given behind `:`, after an alias or, where it has the form of `alone`, without one. */
	readonly argument?: {
		/** As help writes it: `FILE`. */
		readonly name: string;
		readonly alone?: RegExp;
		readonly run: (argument: string) => Message;
	};
	readonly when: readonly Context[];
	/** The footer has it at any width. */
	readonly pinned?: boolean;
	/** Moving and typing: part of help, but nothing to look for in the palette. */
	readonly basic?: boolean;
	/** On Esc it is done with the next key or after a second only: a digit may follow, which makes another key of it. */
	readonly waits?: boolean;
	/** Why it cannot be done just now, or undefined when it can. */
	readonly disabledReason?: (model: Model) => string | undefined;
	/** `count` is what was typed before its key: `12j` goes down 12 rows. A command that repeats nothing ignores it. */
	readonly run: (model: Model, count?: number) => Message;
};

/** The contexts that take keys just now, the nearest first. */
export function contextsOf(model: Model): readonly Context[] {
	const screen = topScreen(model);
	if (screen === undefined) {
		if (model.undoing !== undefined) return ['undoing', 'any'];
		if (model.searching !== undefined) return ['searching', 'any'];
		if (model.grid.editor !== undefined) return ['cell', 'text', 'any'];
		if (model.grid.filterEditor !== undefined) return ['filter', 'text', 'any'];
		return ['grid', 'any'];
	}
	return [...contextsOfScreen(screen), 'any'];
}

function contextsOfScreen(screen: Screen): readonly Context[] {
	switch (screen.name) {
		case 'form':
			return screen.focus.kind === 'text' ? ['form', 'text'] : ['form'];
		case 'import':
			switch (screen.step) {
				case 'file':
					return ['importFile', 'text'];
				case 'options':
					return ['importOptions'];
				case 'preview':
					return ['importPreview'];
				case 'result':
					return ['importResult'];
			}
			break;
		case 'history':
			if (screen.filterEditor !== undefined) return ['historyFilter', 'text'];
			return screen.opened === undefined ? ['history'] : ['historyEntry'];
		case 'pin':
			return screen.mode === 'typed' ? ['pin', 'text'] : ['pin'];
		case 'export':
			return ['export', 'text'];
		case 'choice':
			if (screen.find === undefined) return ['choice'];
			// Space chooses, until it may belong to the name that is being typed.
			return screen.find.text === '' ? ['choice', 'text'] : ['text', 'choice'];
		case 'confirm':
			return ['confirm'];
		case 'commands':
			return ['commands', 'text'];
	}
	return [];
}

/** Why a read-only sheet refuses, for every command that changes something. */
export function refuseReadOnly(model: Model): string | undefined {
	return model.save.state === 'read-only' ? model.save.message : undefined;
}

/** The first of several reasons. */
export function firstReason(
	...reasons: readonly ((model: Model) => string | undefined)[]
): (model: Model) => string | undefined {
	return (model) => {
		for (const reason of reasons) {
			const found = reason(model);
			if (found !== undefined) return found;
		}
		return undefined;
	};
}

/** What is done to the file of the sheet would miss what is not there yet. */
export function refuseUnsaved({save}: Model): string | undefined {
	return save.state === 'saved' ? undefined : 'Not all changes are saved yet: wait for that, and try again.';
}
