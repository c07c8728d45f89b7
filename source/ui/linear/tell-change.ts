import {contexts, contextsOf} from '../../app/loop/contexts.ts';
import type {Model} from '../../app/model.ts';
import {focusedScreen, focusedTable} from '../../app/screens/screen-table.ts';
import {describeRange} from '../../app/table/scope.ts';
import type {Table} from '../../app/table/table.ts';
import {describeSave} from '../table/save-state.ts';
import {type ScreenWords, wordsOf} from './screen-words.ts';
import {tellCell, tellCount, tellRow, tellRows} from './tell-list.ts';

/** All that can be told of a model, taken apart so that only what differs is told. */
type Told = {
	readonly notice: string | undefined;
	readonly save: string;
	readonly place: string;
	readonly words: ScreenWords;
	readonly table: Table | undefined;
};

/** What a message has changed, in words; of the first model everything. */
export function tellChange(before: Model | undefined, model: Model): readonly string[] {
	const was = before === undefined ? undefined : tell(before);
	const now = tell(model);
	const isNew = was?.place !== now.place;
	const {title = '', lines = [], focus} = now.words;
	const hasChanged = before !== undefined && model.undo.length > before.undo.length;
	const change = hasChanged ? `Changed: ${model.undo.at(-1)?.label}.` : undefined;
	const isBack = before !== undefined && model.screens.length < before.screens.length;
	return [
		before?.notice === model.notice || now.notice === undefined ? change : now.notice,
		...(was === undefined || was.save === now.save ? [] : [now.save]),
		...(isNew ? [`${title}.`] : []),
		...lines.filter((line) => isNew || was?.words.lines?.includes(line) !== true),
		...tellTable(isNew ? undefined : was?.table, now.table, isBack),
		...(isNew || was?.words.focus !== focus ? [focus] : []),
	].filter((line) => line !== undefined);
}

/** Whether what is typed next is not to be seen. */
export function hidesTyping(model: Model): boolean {
	const isMasked = focusedTable(model)?.editing?.masked ?? wordsOf(model, focusedScreen(model)).isSecret;
	return isMasked === true && contextsOf(model).includes('text');
}

function tell(model: Model): Told {
	const screen = focusedScreen(model);
	const [context = 'any'] = contextsOf(model);
	const words = {title: contexts[context]?.title ?? '', ...wordsOf(model, screen)};
	return {
		notice: model.notice?.text,
		save: model.save.state === 'failed' ? model.save.message : `${describeSave(model).text}.`,
		// A cell is opened in the list, and a filter is typed above it: that is no other screen.
		place: `${screen.name} ${words.title}`,
		words,
		table: focusedTable(model),
	};
}

/** @param isBack whether the list was told before something was opened over it */
function tellTable(
	was: Table | undefined,
	now: Table | undefined,
	isBack: boolean,
): readonly (string | undefined)[] {
	if (now === undefined) return [];
	const {state} = now;
	const {filterEditor, filter, marks, rows, cursor} = state;
	if (was === undefined && now.cursor === 'row') return [tellCount(now), ...tellRows(now)];
	const isOther = was?.state.rows.length !== rows.length || was.state.filter !== filter;
	const isTold = isBack && was === undefined;
	const row = tellRow(now);
	const isMoved = was === undefined || row !== tellRow(was) || cursor.row !== was.state.cursor.row;
	const cell = tellCell(now);
	const range = describeRange(now);
	return [
		...(isOther && !isTold ? [tellCount(now)] : []),
		...(was !== undefined && was.state.marks.size !== marks.size ? [`${marks.size} marked.`] : []),
		...(range === undefined || (was !== undefined && describeRange(was) === range)
			? []
			: [`Range: ${range}.`]),
		...(filterEditor !== undefined && was?.state.filterEditor === undefined
			? [`Filter: ${filterEditor.field.text === '' ? 'empty' : filterEditor.field.text}`]
			: []),
		...(filterEditor?.problem === undefined ? [] : [filterEditor.problem.message]),
		...(isMoved ? [row] : []),
		...(isMoved || was === undefined || cell !== tellCell(was) ? [cell] : []),
	];
}
