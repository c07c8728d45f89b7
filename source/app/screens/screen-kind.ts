import type {Command, Context} from '../commands/command.ts';
import type {Draft} from '../draft.ts';
import type {Effect} from '../effect.ts';
import type {Message, Messages} from '../message.ts';
import type {Model, Screen, ScreenStates} from '../model.ts';
import type {CellPlace} from '../saving/queue/cells.ts';
import type {Step} from '../step.ts';
import type {CellMessage} from '../table/cell-messages.ts';
import type {Table} from '../table/table.ts';
import type {EditorMessage} from '../terminal-message.ts';
import type {TextFieldState} from '../text-field-state.ts';

/** Changes a line of text: a letter typed, the caret moved. */
export type EditText = (field: TextFieldState) => TextFieldState;

/** What a screen may ask of the whole. It is handed in, because the tables of the whole import every screen. */
export type App = {
	readonly update: (model: Model, message: Message) => Step;
	/** Text where no line of text has the keys: it opens a cell, or is undefined where it means nothing. */
	readonly beginTyping: (model: Model, typed: string) => Step | undefined;
	/** Every command, in the order of help. */
	readonly commands: readonly Command[];
	/** The commands of the contexts that take keys just now, the nearest first. */
	readonly currentCommands: (model: Model) => readonly Command[];
	readonly disabledReason: (command: Command, model: Model) => string | undefined;
};

/** A place on a screen that has keys of its own. */
export type ContextKind = {
	/** As help calls it: "In the form". */
	readonly title: string;
	/** Whether text is typed there: then no letter can be a command. */
	readonly types?: boolean;
	/** Whether what is not bound there goes to the list of the screen. */
	readonly inList?: boolean;
	/** Whether a digit can begin a count there. */
	readonly counts?: boolean;
	/** Whether cells of the list can be edited there: see {@link Cells}. */
	readonly edits?: boolean;
};

/** How the cell under the cursor of a list is edited. The line that is typed is the screen's line of text. */
export type Cells<State> = {
	/** Why it cannot be edited, or emptied; undefined when it can. */
	refuse(screen: State, model: Model, message: CellMessage): string | undefined;
	update(model: Model, screen: State, message: CellMessage, app: App): Step;
};

/**
 * All that the rest of the program has to know of a kind of screen: one row of the screen table. Only the screen's own folder
 * knows more of it.
 */
export type ScreenKind<State, OwnMessage> = {
	/** A base fills the terminal, a panel covers the lower part of the base below it. */
	readonly layer: 'base' | 'panel';
	readonly contexts: Readonly<Record<Context, ContextKind>>;
	readonly commands: readonly Command[];
	/** The contexts that take keys just now, the nearest first. */
	contextsOf(screen: State, model: Model): readonly Context[];
	update(model: Model, message: OwnMessage, app: App): Step;
	/** Its list, where it has one. */
	table?(screen: State, model: Model): Table | undefined;
	/** Where cells of its list can be edited. */
	readonly cells?: Cells<State>;
	/** What the person's editor has left of a text that the screen gave to it. */
	takeEdited?(model: Model, screen: State, message: EditorMessage): Step;
	/** Changes the line of text that has the keys, and does what follows from its text. */
	editText?(model: Model, screen: State, edit: EditText, app: App): Step;
	/** What text does where no line of text has the keys, other than to open a cell; undefined where it means nothing. */
	beginTyping?(model: Model, screen: State, typed: string, app: App): Step | undefined;
	/** Whether keys have to wait, because only the answer of the shell decides what they mean. */
	isWaiting?(screen: State, model: Model): boolean;
	/** What leaving the program would lose, in a sentence; undefined for nothing. */
	describeLoss?(screen: State): string | undefined;
	/** What it asks of the shell after a commit, of its own or of others. */
	afterCommit?(screen: State, model: Model): readonly Effect[];
	/** The values that are being edited: who else changes them meanwhile is remembered. */
	editedCells?(screen: State): readonly CellPlace[];
	/** The users whose stored PINs it shows while PINs are revealed, by ID; the same list as long as nothing changes. */
	shownPins?(screen: State, model: Model): readonly number[];
	/** What it shows while PINs are revealed, where that is not PINs: "Link and code". */
	revealedThere?(screen: State): string | undefined;
	/** What is half-typed, to be kept for the next start. */
	draft?(screen: State): Draft | undefined;
};

/** The row of one screen of the table. */
export type KindOf<Name extends keyof ScreenStates> = ScreenKind<
	ScreenStates[Name],
	Name extends keyof Messages ? Messages[Name] : never
>;

/** A row of the table, without its messages. */
export type AnyKind = Omit<ScreenKind<Screen, never>, 'update'>;
