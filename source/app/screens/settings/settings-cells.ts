import type {Finding} from '../../../domain/problem.ts';
import {checkSettingText} from '../../../domain/setting-input.ts';
import {refuseReadOnly} from '../../commands/command.ts';
import {type Model, openScreen, putScreen, topScreen} from '../../model.ts';
import {askToTakeMine} from '../../saving/ask-to-take-mine.ts';
import type {Step} from '../../step.ts';
import type {CellMessage} from '../../table/cell-messages.ts';
import {moveCursor} from '../../table/move-cursor.ts';
import {cursorRow} from '../../table/table-state.ts';
import {insertText, textField} from '../../text-field-state.ts';
import {findableChoice} from '../choice/find-choice.ts';
import type {App, Cells} from '../screen-kind.ts';
import {type SettingRow, settingRows} from './setting-rows.ts';
import type {SettingEditor, SettingsState} from './settings-state.ts';
import {settingsTable} from './settings-table.ts';

/** The values of the settings: whatever column the cursor is in. */
export const settingsCells: Cells<SettingsState> = {
	refuse: refuseSetting,
	update(model, state, message, app) {
		switch (message.type) {
			case 'cell/edit':
				return [openSetting(model, state, message.typed), []];
			case 'cell/clear': {
				const {set} = settingUnderCursor(state) ?? {};
				return set === undefined ? [model, []] : app.update(model, set(''));
			}
			case 'cell/commit':
				return commitSetting(model, state, message, app);
			case 'cell/cancel':
				return [putScreen(model, {...state, editor: undefined}), []];
		}
	},
};

/** The setting under the cursor. */
export function settingUnderCursor({table}: SettingsState): SettingRow | undefined {
	return settingRows[cursorRow(table) ?? -1];
}

function openSetting(model: Model, state: SettingsState, typed: string | undefined): Model {
	const row = cursorRow(state.table);
	const setting = settingUnderCursor(state);
	if (row === undefined || setting?.input === undefined || setting.set === undefined) return model;
	const {input, label, value, set} = setting;
	const before = value(model);
	if (input.kind === 'choice') {
		const items = input.values.map((one) => ({
			label: one.value,
			detail: one.help ?? '',
			choose: set(one.value),
		}));
		const index = items.findIndex((item) => item.label === before);
		return openScreen(model, findableChoice({title: label, items, index}, typed));
	}
	const editor: SettingEditor = {
		row,
		before,
		field: typed === undefined ? textField(before) : insertText(textField(''), typed),
		openedBy: typed === undefined ? 'key' : 'typing',
	};
	// The line is typed where the value is.
	const column = settingsTable(state, model).columns.findIndex(({key}) => key === 'value');
	const table = {...state.table, cursor: {...state.table.cursor, column: Math.max(0, column)}};
	return putScreen(model, {...state, editor, table});
}

function commitSetting(
	model: Model,
	state: SettingsState,
	move: Extract<CellMessage, {type: 'cell/commit'}>,
	app: App,
): Step {
	const {editor} = state;
	const {input, set, value, label} = settingRows[editor?.row ?? -1] ?? {};
	if (editor === undefined || input === undefined || set === undefined) return [model, []];
	const text = editor.field.text.trim();
	const problem: Finding | undefined = checkSettingText(input, text);
	if (problem !== undefined) return [putScreen(model, {...state, editor: {...editor, problem}}), []];
	const closed = putScreen(model, {...state, editor: undefined});
	const now = value?.(model) ?? '';
	if (text === now) return moveOn(closed, move, []);
	if (now !== editor.before) {
		const both = {mine: text, theirs: now};
		return [askToTakeMine(closed, {what: label ?? '', ...both, confirm: set(text)}), []];
	}
	const [next, effects] = app.update(closed, set(text));
	return moveOn(next, move, effects);
}

function moveOn(model: Model, move: Extract<CellMessage, {type: 'cell/commit'}>, effects: Step[1]): Step {
	const state = topScreen(model);
	if (state?.name !== 'settings') return [model, effects];
	const table = settingsTable(state, model);
	return [table.keep(moveCursor(table, move, true)), effects];
}

function refuseSetting(state: SettingsState, model: Model, message: CellMessage): string | undefined {
	const setting = settingUnderCursor(state);
	if (setting === undefined) return settingsTable(state, model).emptyText;
	if (setting.input === undefined) return `It is not set here: ${setting.help}.`;
	if (message.type === 'cell/clear' && setting.input.kind !== 'text') return 'It always has a value.';
	return setting.of === 'sheet' ? refuseReadOnly(model) : undefined;
}
