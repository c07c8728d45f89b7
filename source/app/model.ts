import type {Change, Conflict} from '../domain/change.ts';
import type {Origination} from '../domain/entry.ts';
import type {Sheet} from '../domain/sheet.ts';
import type {Keymap} from './keymap/keymap.ts';
import {keymaps as builtInKeymaps, type Keymaps} from './keymap/keymaps.ts';
import {type PressedKeys, pendingText} from './keymap/pressed-keys.ts';
import type {TypedMessage} from './message.ts';
import type {Size} from './size.ts';
import type {UndoWay} from './undo-way.ts';

/** Whether what is on the screen is on the disk. */
export type SaveState =
	| {readonly state: 'saved'}
	| {readonly state: 'saving'}
	| {readonly state: 'failed'; readonly message: string}
	| {readonly state: 'read-only'; readonly message: string};

/** One line that answers the last key: gone with the next one. */
export type Notice = {readonly tone: 'good' | 'plain' | 'bad'; readonly text: string};

/** What each screen remembers, by its name: the folder of a screen adds its own here. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the folders of the screens
export interface ScreenStates {}

/** A screen that is open: the last of {@link Model.screens} has the keys, or else the users. */
export type Screen = ScreenStates[keyof ScreenStates];

/** Everything that the screen shows and that keys act on. */
export type Model = {
	readonly size: Size;
	readonly keymap: Keymap;
	/** Those that one can switch to. */
	readonly keymaps: Keymaps;
	/** Whether to ask a person who seems to look for Vim's keys: not where keys were chosen. */
	readonly offersVim: boolean;
	/** As shown: what is stored, and the changes on their way there. */
	readonly sheet: Sheet;
	/** As the store last said. */
	readonly stored: Sheet;
	/** Changes made and not yet stored, oldest first; the first one is being written. */
	readonly pending: readonly PendingChange[];
	/** Changes of which nothing was written, oldest first: they wait for the person. */
	readonly refused: readonly RefusedChange[];
	readonly save: SaveState;
	readonly undo: readonly Change[];
	readonly redo: readonly Change[];
	readonly grid: ScreenStates['users'];
	readonly screens: readonly Screen[];
	readonly notice?: Notice;
	/** Whether the sheet is thrown away at the end. */
	readonly isDemo: boolean;
	/** Whether PINs in grid, form and preview, and secrets being typed, are shown. */
	readonly revealed: boolean;
	/** Whether the terminal tells what the mouse does. */
	readonly mouse: boolean;
	/** Whether Ctrl+C was pressed in the grid and nothing since: the next one quits. */
	readonly interrupted: boolean;
	readonly recentEscape?: RecentEscape;
	readonly pressedKeys?: PressedKeys;
	/** Keys and pastes that wait until the shell has answered. */
	readonly typedAhead: readonly TypedMessage[];
	/** While the shell plans an undo or redo of many users: keys wait for it. */
	readonly undoing?: UndoWay;
	/** While the shell looks for a problem among these users: keys wait for it. */
	readonly searching?: readonly number[];
	/** Whether to quit as soon as everything is saved. */
	readonly quitting: boolean;
};

/** What is on the screen of a {@link Model}, beside the users. */
export type View = Pick<Model, 'screens' | 'grid'>;

/** An Esc of less than a second ago: a digit after it is a function key. */
export type RecentEscape = {
	/** It does nothing before the next key or the end of the second: a digit must not cost the filter. */
	readonly isWaiting: boolean;
	/** What it changed; absent where it did more than that, and cannot be taken back. */
	readonly changed?: {readonly from: View; readonly to: View};
};

/** A change on its way to the store, and what happens where others change the same at that moment. */
export type PendingChange = {
	readonly change: Change;
	/** Whose value stands; with `neither` nothing is written, and the person decides. */
	readonly prefer: 'mine' | 'theirs' | 'neither';
	readonly origination: Origination;
	/** The sheet's next ID when it was made: users who are added with an ID from there on are new. */
	readonly nextId: number;
	/** Who else has changed the value meanwhile, and when. */
	readonly rival?: string;
	/** The wizard that an import came from, to go back to. */
	readonly wizard?: ScreenStates['import'];
};

/** A change of which nothing was written, because somebody else had changed the same. */
export type RefusedChange = PendingChange & {
	/** At least one. */
	readonly conflicts: readonly Conflict[];
	/** Whether the person was asked already, and left it open. */
	readonly isAsked: boolean;
	/** Their value as the person was shown it: another one now is asked about again. */
	readonly shown?: string;
};

/** The model when the sheet has just been opened. */
export function initialModel(start: {
	readonly sheet: Sheet;
	readonly size: Size;
	readonly readOnly: boolean;
	readonly isDemo?: boolean;
	readonly keymap?: Keymap;
	readonly keymaps?: Keymaps;
	readonly offersVim?: boolean;
	readonly grid: ScreenStates['users'];
}): Model {
	const {keymaps = builtInKeymaps, keymap = keymaps.sheet} = start;
	return {
		size: start.size,
		keymap,
		keymaps,
		offersVim: start.offersVim ?? false,
		sheet: start.sheet,
		stored: start.sheet,
		pending: [],
		refused: [],
		save: start.readOnly
			? {state: 'read-only', message: 'Opened with --read-only: nothing can be changed.'}
			: {state: 'saved'},
		undo: [],
		redo: [],
		grid: start.grid,
		screens: [],
		...(keymap.problem === undefined ? {} : {notice: {tone: 'bad', text: keymap.problem}}),
		isDemo: start.isDemo ?? false,
		revealed: false,
		mouse: false,
		interrupted: false,
		typedAhead: [],
		quitting: false,
	};
}

/** The screen that has the keys, or undefined when that is the grid. */
export function topScreen(model: Model): Screen | undefined {
	return model.screens.at(-1);
}

/** The model with a screen laid over what is there. */
export function openScreen(model: Model, screen: Screen): Model {
	return {...model, screens: [...model.screens, screen]};
}

/** The model with its top screen replaced. */
export function replaceScreen(model: Model, screen: Screen): Model {
	return {...model, screens: [...model.screens.slice(0, -1), screen]};
}

/** The model without its top screen. */
export function closeScreen(model: Model): Model {
	return {...model, screens: model.screens.slice(0, -1)};
}

/** The change that an undo or redo is being planned for. */
export function undoingChange({undoing, undo, redo}: Model): Change | undefined {
	return undoing === undefined ? undefined : (undoing === 'undo' ? undo : redo).at(-1);
}

/** The model when it waits no longer for the plan of an undo or redo. */
export function stopUndoing({undoing: _, ...model}: Model): Model {
	return model;
}

/** What the line for answers says, or which keys wait for another one. */
export function noticeOf(model: Model): Notice | undefined {
	const text = pendingText(model);
	return model.notice ?? (text === undefined ? undefined : {tone: 'plain', text});
}

/** The model when it waits no longer for a problem to be found. */
export function stopSearching({searching: _, ...model}: Model): Model {
	return model;
}

/** The model with a line that answers the last key. */
export function withNotice(model: Model, text: string, tone: Notice['tone'] = 'plain'): Model {
	return {...model, notice: {tone, text}};
}
