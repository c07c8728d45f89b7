import {Text} from 'ink';
import type {ReactElement} from 'react';
import {keyName} from '../../app/keymap/keymap.ts';
import type {Model} from '../../app/model.ts';
import {count} from '../../domain/problem.ts';
import {cutText, textWidth} from '../../terminal/text/text-width.ts';
import {theme} from '../theme.ts';
import {CaretText} from './caret-text.tsx';

/** The first line of the grid: what this is, the filter, and what lies beyond the edge. */
export function TitleLine({model, right}: {readonly model: Model; readonly right: string}): ReactElement {
	const {grid, sheet, size} = model;
	const name = ' usersheet ';
	const demo = model.isDemo ? ' (demo: thrown away at the end)' : '';
	const users = sheet.settings.standAlone
		? `${count(sheet.users.length, 'user')}, stand-alone`
		: count(sheet.users.length, 'user');
	if (grid.filterEditor !== undefined) {
		const width = Math.max(10, Math.min(40, size.columns - 24));
		return (
			<Text wrap="truncate">
				<Text {...theme.title}>{name}</Text>
				{' Filter: '}
				<CaretText field={grid.filterEditor.field} width={width} />
				{size.columns > 70 ? `  ${count(grid.rows.length, 'user matches', 'users match')}` : ''}
			</Text>
		);
	}
	const about = users + demo;
	const filter =
		grid.filter === '' ? '' : `  Filter: ${grid.filter} (${keyName(model, 'filter.clear')} takes it away)`;
	const room = size.columns - textWidth(name) - 1;
	const edge = cutText(right, Math.floor(room / 2));
	const left = cutText(` ${about}${filter}`, room - textWidth(edge) - 1);
	const space = ' '.repeat(Math.max(1, room - textWidth(left) - textWidth(edge)));
	return (
		<Text wrap="truncate">
			<Text {...theme.title}>{name}</Text>
			<Text {...(grid.filter === '' ? {} : theme.warning)}>{left}</Text>
			{space}
			<Text {...theme.quiet}>{edge}</Text>
		</Text>
	);
}
