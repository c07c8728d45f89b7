import type {Model, Screen, ScreenStates} from '../model.ts';
import {settleColumns} from '../table/arrange-columns.ts';
import type {Table} from '../table/table.ts';
import {keepCursorInView} from '../table/table-layout.ts';
import {choiceScreen} from './choice/choice-screen.ts';
import {commandsScreen} from './commands/commands-screen.ts';
import {confirmScreen} from './confirm/confirm-screen.ts';
import {deployScreen} from './deploy/deploy-screen.ts';
import {exportScreen} from './export/export-screen.ts';
import {fillScreen} from './fill/fill-screen.ts';
import {formScreen} from './form/form-screen.ts';
import {historyScreen} from './history/history-screen.ts';
import {importScreen} from './import/import-screen.ts';
import {keysScreen} from './keys/keys-screen.ts';
import {missingScreen} from './missing/missing-screen.ts';
import {pinScreen} from './pin/pin-screen.ts';
import {pinsScreen} from './pins/pins-screen.ts';
import {problemsScreen} from './problems/problems-screen.ts';
import {profilesScreen} from './profiles/profiles-screen.ts';
import {replaceScreen} from './replace/replace-screen.ts';
import type {AnyKind, KindOf} from './screen-kind.ts';
import {settingsScreen} from './settings/settings-screen.ts';
import {usersScreen} from './users/users-screen.ts';
import {worklistScreen} from './worklist/worklist-screen.ts';

/** Every screen, in the order in which help lists their commands. */
export const screenTable: {readonly [Name in keyof ScreenStates]: KindOf<Name>} = {
	users: usersScreen,
	form: formScreen,
	fill: fillScreen,
	pin: pinScreen,
	pins: pinsScreen,
	replace: replaceScreen,
	import: importScreen,
	missing: missingScreen,
	history: historyScreen,
	problems: problemsScreen,
	worklist: worklistScreen,
	profiles: profilesScreen,
	deploy: deployScreen,
	settings: settingsScreen,
	choice: choiceScreen,
	confirm: confirmScreen,
	export: exportScreen,
	commands: commandsScreen,
	keys: keysScreen,
};

/** What the table says of a screen. */
export function kindOf({name}: Screen): AnyKind {
	return screenTable[name];
}

/** The screen that has the keys. */
export function focusedScreen({screens, grid}: Model): Screen {
	return screens.at(-1) ?? grid;
}

/** All that is open, the users below everything else. */
export function openScreens({screens, grid}: Model): readonly Screen[] {
	return [grid, ...screens];
}

/** The list of the screen that has the keys. */
export function focusedTable(model: Model): Table | undefined {
	const screen = focusedScreen(model);
	return kindOf(screen).table?.(screen, model);
}

/** The model with the columns of every list arranged, and scrolled as little as it takes to have its cursor in view. */
export function scrollIntoView(model: Model): Model {
	return openScreens(model).reduce((scrolled, screen) => {
		const table = kindOf(screen).table?.(screen, scrolled);
		if (table === undefined) return scrolled;
		const state = keepCursorInView(settleColumns(table, model.columnViews));
		return state === table.state ? scrolled : table.keep(state);
	}, model);
}
