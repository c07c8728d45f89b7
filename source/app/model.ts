import type {UserQueryContext} from '../domain/query/user-query.ts';
import type {Sheet} from '../domain/sheet.ts';
import type {Clipboard} from './clipboard.ts';
import type {ColumnViews} from './column-choice.ts';
import type {Keymap} from './keymap/keymap.ts';
import {keymaps as builtInKeymaps, type Keymaps} from './keymap/keymaps.ts';
import {type PressedKeys, pendingText} from './keymap/pressed-keys.ts';
import type {TypedMessage} from './message.ts';
import {type Preferences, preferenceOf} from './preferences.ts';
import type {SavedFilters} from './saved-filter.ts';
import type {SavedMappings} from './saved-mapping.ts';
import {emptyQueue, type Queue} from './saving/queue/queue.ts';
import type {Size} from './size.ts';

/** One line that answers the last key: gone with the next one. */
export type Notice = {readonly tone: 'good' | 'plain' | 'bad'; readonly text: string};

/** What each screen remembers, by its name: the folder of a screen adds its own here. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the folders of the screens
export interface ScreenStates {}

/** A screen that is open: the last of {@link Model.screens} has the keys, or else the users. */
export type Screen = ScreenStates[keyof ScreenStates];

/** Everything that the screen shows and that keys act on. */
export type Model = Queue & {
	readonly size: Size;
	readonly keymap: Keymap;
	/** Those that one can switch to. */
	readonly keymaps: Keymaps;
	/** Whether to ask a person who seems to look for Vim's keys: not where keys were chosen. */
	readonly offersVim: boolean;
	readonly grid: ScreenStates['users'];
	readonly screens: readonly Screen[];
	readonly notice?: Notice;
	/** Whether the sheet is thrown away at the end. */
	readonly isDemo: boolean;
	/** Whether PINs in grid, form and preview, and secrets being typed, are shown. */
	readonly revealed: boolean;
	/** While PINs are shown: those of which users the history has been told of. */
	readonly seenPins?: SeenPins;
	/** What the person has chosen for the columns of lists. */
	readonly columnViews: ColumnViews;
	readonly savedFilters: SavedFilters;
	/** What the columns of imported files are for, as the person has chosen. */
	readonly savedMappings: SavedMappings;
	/** What the person has chosen for the screen. */
	readonly preferences: Preferences;
	/** What the history calls the person; '' where nothing was chosen. */
	readonly myName: string;
	/** Whether the terminal tells what the mouse does. */
	readonly mouse: boolean;
	/** The cell of a list that the mouse was pressed on last: where a range by dragging begins, and half of a double click. */
	readonly pressedCell?: {readonly row: number; readonly column: string; readonly at: number};
	/** Whether Ctrl+C was pressed in the grid and nothing since: the next one quits. */
	readonly interrupted: boolean;
	readonly clipboard?: Clipboard;
	readonly recentEscape?: RecentEscape;
	readonly pressedKeys?: PressedKeys;
	/** Keys and pastes that wait until the shell has answered. */
	readonly typedAhead: readonly TypedMessage[];
	/** When each user was changed last, once a filter has asked for it; the history said so of a stored sheet. */
	readonly changes?: NonNullable<UserQueryContext['changes']> & {readonly stored: Sheet};
	/** While the shell looks for a problem among these users: keys wait for it. */
	readonly searching?: readonly number[];
};

/** Whose PINs are or were shown since PINs were revealed, and what was looked at for that. */
type SeenPins = {
	readonly seen: ReadonlySet<number>;
	readonly shown: readonly number[];
	readonly users: Sheet['users'];
};

/** What is on the screen of a {@link Model}, beside the users. */
export type View = Pick<Model, 'screens' | 'grid'>;

/** An Esc after which no key came yet: a digit makes a function key of it for a second. */
export type RecentEscape = {
	/** The second has passed. What came may still turn out as the beginning of another key. */
	readonly isOver: boolean;
	/** It does nothing before the next key or the end of the second: a digit must not cost the filter. */
	readonly isWaiting: boolean;
	/** What it changed; absent where it did more than that, and cannot be taken back. */
	readonly changed?: {readonly from: View; readonly to: View};
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
	readonly columnViews?: ColumnViews;
	readonly savedFilters?: SavedFilters;
	readonly savedMappings?: SavedMappings;
	readonly preferences?: Preferences;
	readonly myName?: string;
}): Model {
	const {keymaps = builtInKeymaps, keymap = keymaps.sheet, preferences = {}} = start;
	return {
		size: start.size,
		keymap,
		keymaps,
		offersVim: start.offersVim ?? false,
		...emptyQueue(
			start.sheet,
			start.readOnly
				? {state: 'read-only', message: 'Opened with --read-only: nothing can be changed.'}
				: {state: 'saved'},
		),
		grid: start.grid,
		screens: [],
		...(keymap.problem === undefined ? {} : {notice: {tone: 'bad', text: keymap.problem}}),
		isDemo: start.isDemo ?? false,
		revealed: false,
		columnViews: start.columnViews ?? {},
		savedFilters: start.savedFilters ?? [],
		savedMappings: start.savedMappings ?? [],
		preferences,
		myName: start.myName ?? '',
		mouse: preferenceOf(preferences, 'mouse') === 'on',
		interrupted: false,
		typedAhead: [],
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

/** The model with a screen in another state, wherever it is open; as it was where none of this name is. */
export function putScreen(model: Model, screen: Screen): Model {
	if (screen.name === model.grid.name) return {...model, grid: screen};
	const position = model.screens.findLastIndex(({name}) => name === screen.name);
	return position < 0 ? model : {...model, screens: model.screens.with(position, screen)};
}

/** The model with its top screen replaced. */
export function replaceScreen(model: Model, screen: Screen): Model {
	return {...model, screens: [...model.screens.slice(0, -1), screen]};
}

/** The model without its top screen. */
export function closeScreen(model: Model): Model {
	return {...model, screens: model.screens.slice(0, -1)};
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
