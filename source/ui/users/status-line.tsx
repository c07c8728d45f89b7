import {Text} from 'ink';
import type {ReactElement} from 'react';
import {keyName} from '../../app/keymap/keymap.ts';
import {pendingText} from '../../app/keymap/pressed-keys.ts';
import type {Model} from '../../app/model.ts';
import {countHiddenMarks} from '../../app/screens/users/describe-targets.ts';
import {cutText, textWidth} from '../../terminal/text/text-width.ts';
import {theme} from '../theme.ts';

/** Where the cursor is, how many users there are, and whether everything is saved. */
export function StatusLine({model}: {readonly model: Model}): ReactElement {
	const {columns} = model.size;
	const save = describeSave(model);
	const right = cutText(save.text, Math.max(10, columns - 20));
	const left = cutText(` ${describePosition(model)}`, columns - textWidth(right) - 2);
	const space = ' '.repeat(Math.max(1, columns - textWidth(left) - textWidth(right) - 1));
	return (
		<Text wrap="truncate">
			{left}
			{space}
			<Text {...save.style}>{right}</Text>
		</Text>
	);
}

function describePosition(model: Model): string {
	const {grid, sheet} = model;
	const pending = pendingText(model);
	const hidden = countHiddenMarks(grid);
	const all = sheet.users.length;
	const shown = grid.rows.length;
	const number = (amount: number) => amount.toLocaleString('en-US');
	return [
		shown === 0 ? `0 of ${number(all)} shown` : `Row ${number(grid.cursor.row + 1)} of ${number(shown)}`,
		...(shown !== all && shown > 0 ? [`${number(all)} in all`] : []),
		...(grid.marks.size > 0
			? [`${number(grid.marks.size)} marked${hidden === 0 ? '' : `, ${number(hidden)} hidden by the filter`}`]
			: []),
		...(grid.sort === undefined ? [] : [`by ${grid.sort.field.header}`]),
		...(pending === undefined ? [] : [pending]),
	].join(' · ');
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
