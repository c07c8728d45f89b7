import {Text} from 'ink';
import type {ReactElement} from 'react';
import {entryHeight, listHeight} from '../../app/history/history-layout.ts';
import type {HistoryState} from '../../app/history/history-state.ts';
import {keyName} from '../../app/keymap/keymap.ts';
import type {Model} from '../../app/model.ts';
import {count} from '../../domain/problem.ts';
import {cutText, textWidth} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';
import {signs, theme} from '../theme.ts';

const name = ' History ';

/** The first line of the history: how much there is, the filter, and on which page one is. */
export function HistoryHeading({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: HistoryState;
}): ReactElement {
	const {size} = model;
	const {columns} = size;
	const {filterEditor, opened} = state;
	if (filterEditor !== undefined) {
		return (
			<Text wrap="truncate">
				<Text {...theme.title}>{name}</Text>
				{' Filter: '}
				<CaretText field={filterEditor.field} width={Math.max(10, Math.min(40, columns - 42))} />
				{`  ${count(state.shown.length, 'change matches', 'changes match')}`}
			</Text>
		);
	}
	const page =
		opened === undefined
			? pageText(state.cursor, listHeight(size), state.shown.length)
			: pageText(opened.cursor, entryHeight(size), opened.lines.length);
	const left = cutText(` ${aboutText(model, state)}`, columns - textWidth(name) - textWidth(page) - 2);
	const used = textWidth(name) + textWidth(left) + textWidth(page);
	return (
		<Text wrap="truncate">
			<Text {...theme.title}>{name}</Text>
			<Text {...(state.filter === '' ? {} : theme.warning)}>{left}</Text>
			{' '.repeat(Math.max(1, columns - used - 1))}
			<Text {...theme.quiet}>{page}</Text>
		</Text>
	);
}

function aboutText(model: Model, {opened, entries = [], shown, filter}: HistoryState): string {
	if (opened !== undefined) return `${signs.cursor}Change ${opened.entry.revision.toLocaleString('en-US')}`;
	const all = count(entries.length, 'change');
	if (filter !== '')
		return `${shown.length.toLocaleString('en-US')} of ${all}  Filter: ${filter} (${keyName(model, 'history.close')} clears it)`;
	return `${all}${entries.length > 1 ? ', newest first' : ''}`;
}

function pageText(line: number, height: number, total: number): string {
	if (total <= height) return '';
	const page = Math.floor(line / height) + 1;
	return `page ${page.toLocaleString('en-US')} of ${Math.ceil(total / height).toLocaleString('en-US')}`;
}
