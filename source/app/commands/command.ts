import type {CommandId} from '../keymap/keymap.ts';
import type {Message} from '../message.ts';
import type {Model} from '../model.ts';

/** Where a key press goes, by its name: each has its own bindings. The screens say which there are. */
export type Context = string;

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
	/** The footer has it after the others, where there is room. */
	readonly secondary?: boolean;
	/** The footer has it at any width. */
	readonly pinned?: boolean;
	/** Moving and typing: part of help, but nothing to look for in the palette. */
	readonly basic?: boolean;
	/** A double click on a row does it. */
	readonly opensRow?: boolean;
	/** On Esc it is done with the next key or after a second only: a digit may follow, which makes another key of it. */
	readonly waits?: boolean;
	/** Whether its key just now does what it does further away from here, where it means something. */
	readonly yields?: (model: Model) => boolean;
	/** Why it cannot be done just now, or undefined when it can. */
	readonly disabledReason?: (model: Model) => string | undefined;
	/** `count` is what was typed before its key: `12j` goes down 12 rows. A command that repeats nothing ignores it. */
	readonly run: (model: Model, count?: number) => Message;
};

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
