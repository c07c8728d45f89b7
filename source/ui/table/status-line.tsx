import {Text} from 'ink';
import type {ReactElement} from 'react';
import {keyName} from '../../app/keymap/keymap.ts';
import {pendingText} from '../../app/keymap/pressed-keys.ts';
import type {Model, Notice} from '../../app/model.ts';
import {countHiddenMarks} from '../../app/table/mark-rows.ts';
import {describeRange} from '../../app/table/scope.ts';
import type {Table} from '../../app/table/table.ts';

import {cutText, textWidth} from '../../terminal/text/text-width.ts';
import {noticeStyles, signs, theme} from '../theme.ts';

/** Where the cursor is, how many rows there are, and whether everything is saved. */
export function StatusLine({
	model,
	table,
	notice,
}: {
	readonly model: Model;
	readonly table: Table;
	/** An answer to the last key, in the place of the position. */
	readonly notice: Notice | undefined;
}): ReactElement {
	const {columns} = model.size;
	const save = describeSave(model);
	const right = cutText(save.text, Math.max(10, columns - 20));
	const sign = notice?.tone === 'bad' ? signs.problem : ' ';
	const left = cutText(
		`${sign}${notice?.text ?? describePosition(model, table)}`,
		columns - textWidth(right) - 2,
	);
	const space = ' '.repeat(Math.max(1, columns - textWidth(left) - textWidth(right) - 1));
	return (
		<Text wrap="truncate">
			<Text {...(notice === undefined ? {} : noticeStyles[notice.tone])}>{left}</Text>
			{space}
			<Text {...save.style}>{right}</Text>
		</Text>
	);
}

function describePosition(model: Model, table: Table): string {
	const {state, columns} = table;
	const pending = pendingText(model);
	const hidden = countHiddenMarks(state);
	const all = table.rowIds().length;
	const shown = state.rows.length;
	const range = describeRange(table);
	const sorted = columns.find(({key}) => key === state.sort?.key);
	return [
		...(range === undefined ? [] : [state.anchor?.isOpen === true ? `Extending: ${range}` : range]),
		shown === 0 ? `0 of ${number(all)} shown` : `Row ${number(state.cursor.row + 1)} of ${number(shown)}`,
		...(shown !== all && shown > 0 ? [`${number(all)} in all`] : []),
		...(state.marks.size > 0
			? [
					`${number(state.marks.size)} marked${hidden === 0 ? '' : `, ${number(hidden)} hidden by the filter`}${range === undefined ? '' : ': they count, not the range'}`,
				]
			: []),
		...(sorted === undefined ? [] : [`by ${sorted.header}`]),
		...(pending === undefined ? [] : [pending]),
	].join(' · ');
}

function number(amount: number): string {
	return amount.toLocaleString('en-US');
}

function describeSave(model: Model): {readonly text: string; readonly style: object} {
	const {save, pending, refused} = model;
	if (refused.length > 0 && save.state !== 'failed')
		return {
			text: `! ${refused.length} not saved. ${keyName(model, 'store.retry')} asks again.`,
			style: theme.bad,
		};
	switch (save.state) {
		case 'saved':
			return {text: 'All saved', style: theme.quiet};
		case 'saving':
			return {text: 'Saving…', style: {}};
		case 'failed':
			return {
				text: `! ${pending.length} not saved. ${keyName(model, 'store.retry')} tries again.`,
				style: theme.bad,
			};
		case 'read-only':
			return {text: 'Read-only', style: theme.warning};
	}
}
