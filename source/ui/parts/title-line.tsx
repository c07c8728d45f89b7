import type {ReactElement} from 'react';
import {keyName} from '../../app/keymap/keymap.ts';
import type {Model} from '../../app/model.ts';
import {count} from '../../domain/problem.ts';
import {FilterLine, HeadingLine} from './heading-line.tsx';

/** The first line of the grid: what this is, the filter, and what lies beyond the edge. */
export function TitleLine({model, right}: {readonly model: Model; readonly right: string}): ReactElement {
	const {grid, sheet, size} = model;
	const name = ' usersheet ';
	const demo = model.isDemo ? ' (demo: thrown away at the end)' : '';
	const users = sheet.settings.standAlone
		? `${count(sheet.users.length, 'user')}, stand-alone`
		: count(sheet.users.length, 'user');
	if (grid.filterEditor !== undefined) {
		return (
			<FilterLine
				name={name}
				field={grid.filterEditor.field}
				found={size.columns > 70 ? count(grid.rows.length, 'user matches', 'users match') : ''}
				room={size.columns - 24}
			/>
		);
	}
	const isFiltered = grid.filter !== '';
	const filter = isFiltered
		? `  Filter: ${grid.filter} (${keyName(model, 'filter.clear')} takes it away)`
		: '';
	const about = users + demo + filter;
	return (
		<HeadingLine name={name} about={about} edge={right} isFiltered={isFiltered} columns={size.columns} />
	);
}
