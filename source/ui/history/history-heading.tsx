import type {ReactElement} from 'react';
import {keyName} from '../../app/keymap/keymap.ts';
import type {Model} from '../../app/model.ts';
import {entryHeight, listHeight} from '../../app/screens/history/history-layout.ts';
import type {HistoryState} from '../../app/screens/history/history-state.ts';
import {count} from '../../domain/problem.ts';
import {FilterLine, HeadingLine} from '../parts/heading-line.tsx';
import {signs} from '../theme.ts';

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
			<FilterLine
				name={name}
				field={filterEditor.field}
				found={count(state.shown.length, 'change matches', 'changes match')}
				room={columns - 42}
			/>
		);
	}
	const page =
		opened === undefined
			? pageText(state.cursor, listHeight(size), state.shown.length)
			: pageText(opened.cursor, entryHeight(size), opened.lines.length);
	const about = aboutText(model, state);
	return (
		<HeadingLine name={name} about={about} edge={page} isFiltered={state.filter !== ''} columns={columns} />
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
