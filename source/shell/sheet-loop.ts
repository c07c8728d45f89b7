import type {ColumnViews} from '../app/column-choice.ts';
import {draftSchema} from '../app/draft.ts';
import type {KeymapName} from '../app/keymap/keymap.ts';
import {keymaps as builtIn, type Keymaps} from '../app/keymap/keymaps.ts';
import {draftOf} from '../app/loop/draft-of.ts';
import {initialModel} from '../app/model.ts';
import {type Preferences, preferenceOf} from '../app/preferences.ts';
import type {SavedFilters} from '../app/saved-filter.ts';
import type {SavedMappings} from '../app/saved-mapping.ts';
import {scrollIntoView} from '../app/screens/screen-table.ts';
import {initialUsers} from '../app/screens/users/users-state.ts';
import type {Size} from '../app/size.ts';
import type {Sheet} from '../domain/sheet.ts';
import type {Store} from '../store/store.ts';
import {indexAhead} from './index-ahead.ts';
import {machineTimeZone} from './machine-time-zone.ts';
import type {RememberSetting} from './own-setting-effects.ts';
import {createEffectRunner} from './run-effect.ts';
import {createRuntime, type Runtime} from './runtime.ts';
import type {ScreenAccess} from './screen-effects.ts';

/** A sheet to be shown, and the store that it comes from. */
export type OpenedSheet = {
	readonly store: Store;
	readonly sheet: Sheet;
	readonly isDemo?: boolean;
	/** The keys that were chosen, now or earlier. */
	readonly keys?: KeymapName;
	/** With the keys that the person has written down. */
	readonly keymaps?: Keymaps;
	/** What the person has chosen for the columns of lists. */
	readonly columnViews?: ColumnViews;
	readonly savedFilters?: SavedFilters;
	readonly savedMappings?: SavedMappings;
	/** What the person has chosen for the screen. */
	readonly preferences?: Preferences;
	/** What the history calls the person, where that was chosen. */
	readonly myName?: string;
	readonly rememberSetting?: RememberSetting;
};

/** The loop for a sheet on a screen of some size. */
export function createSheetLoop(
	opened: OpenedSheet,
	terminal: {readonly size: Size; readonly screen: ScreenAccess; readonly quit: () => void},
	onFault: (error: unknown) => void,
): Runtime {
	const {
		store,
		sheet,
		isDemo = false,
		keys,
		keymaps = builtIn,
		columnViews = {},
		savedFilters = [],
		savedMappings = [],
		preferences = {},
		myName = '',
		rememberSetting,
	} = opened;
	const {size, screen, quit} = terminal;
	const runtime = createRuntime(
		scrollIntoView(
			initialModel({
				sheet,
				size,
				isDemo,
				readOnly: store.readOnly,
				grid: initialUsers(sheet),
				keymaps,
				keymap: keymaps[keys ?? 'sheet'],
				offersVim: keys === undefined,
				columnViews,
				savedFilters,
				savedMappings,
				preferences,
				myName,
			}),
		),
		createEffectRunner({store, screen, quit, ...(rememberSetting === undefined ? {} : {rememberSetting})}),
		onFault,
	);
	if (preferenceOf(preferences, 'panel') === 'on') runtime.dispatch({type: 'users/toggle-panel'});
	return runtime;
}

/**
 * Tells the loop what the store has to say: what others commit, what was cut off, and the draft that was kept.
 *
 * @returns how to stop that
 */
export function followStore(store: Store, runtime: Runtime, onFault: (error: unknown) => void): () => void {
	const stopWatching = store.watch((news) => {
		if ('error' in news) runtime.dispatch({type: 'store/noticed', text: news.error.message});
		else runtime.dispatch({type: 'store/changed', ...news, timeZone: machineTimeZone()});
	});
	const stopIndexing = indexAhead(runtime, onFault);
	const torn = store.notice();
	if (torn !== undefined) runtime.dispatch({type: 'store/noticed', text: torn});
	const kept = draftSchema.safeParse(store.draft.read());
	if (kept.success && !store.readOnly) runtime.dispatch({type: 'draft/offer', draft: kept.data});
	return () => {
		stopWatching();
		stopIndexing();
	};
}

/** Keeps what is half-typed, for the next start. */
export function keepDraft(store: Store, runtime: Runtime): void {
	const unfinished = draftOf(runtime.model());
	if (unfinished !== undefined && !store.readOnly) store.draft.keep(unfinished);
}
