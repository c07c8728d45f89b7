import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import {type ImportState, type OptionRow, optionRows} from '../../app/import/import-state.ts';
import type {Model} from '../../app/model.ts';
import {storedField} from '../../domain/field.ts';
import {count, formatProblem, quote} from '../../domain/problem.ts';
import {cutText, fitText, wrapText} from '../text-width.ts';
import {signs, theme} from '../theme.ts';
import {countsText} from './counts-text.ts';
import {progressText} from './progress-text.ts';

const labels: Readonly<Record<OptionRow, string>> = {
	profile: 'Profile',
	partial: 'Allow partial import',
	overwrite: 'Allow overwrite import',
	blankColumns: 'Blank cells',
	skipDuplicates: 'Skip possible duplicates',
};

type Line = {readonly text: string; readonly style?: object};

/** The choices of the import, each explained, with what they would do to this very file. */
export function OptionsStep({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: ImportState;
}): ReactElement {
	const {columns, rows} = model.size;
	const {source} = state;
	const about =
		source === undefined
			? ''
			: ` ${source.path}: ${count(source.table.rows.length, 'row')}, ${source.table.encoding}, ${nameDelimiter(source.table.delimiter)}`;
	const room = Math.max(1, rows - 6 - optionRows.length - 3);
	return (
		<>
			<Text wrap="truncate" {...theme.quiet}>
				{cutText(about, columns)}
			</Text>
			{optionRows.map((row, index) => (
				<OptionLine key={row} row={row} isOn={index === state.optionIndex} state={state} columns={columns} />
			))}
			<Box flexDirection="column" height={2}>
				{wrapText(explain(state), columns - 2)
					.slice(0, 2)
					.map((line) => (
						<Text key={line} wrap="truncate" {...theme.quiet}>{` ${line}`}</Text>
					))}
			</Box>
			<Summary state={state} columns={columns} />
			<Text> </Text>
			<Box flexDirection="column">
				{columnLines(state, columns)
					.slice(0, room)
					.map((line) => (
						<Text key={line.text} wrap="truncate" {...line.style}>
							{cutText(` ${line.text}`, columns)}
						</Text>
					))}
			</Box>
		</>
	);
}

function OptionLine({
	row,
	isOn,
	state,
	columns,
}: {
	readonly row: OptionRow;
	readonly isOn: boolean;
	readonly state: ImportState;
	readonly columns: number;
}): ReactElement {
	const needsDecision = row === 'blankColumns' && state.plan?.blocked === 'blank-columns';
	return (
		<Text wrap="truncate">
			{isOn ? signs.cursor : ' '}
			{needsDecision ? signs.problem : ' '}
			{fitText(labels[row], 25)}{' '}
			<Text {...(isOn ? theme.cursor : needsDecision ? theme.warning : {})}>
				{cutText(` ${optionValue(row, state)} `, Math.max(8, columns - 30))}
			</Text>
		</Text>
	);
}

function Summary({state, columns}: {readonly state: ImportState; readonly columns: number}): ReactElement {
	if (state.refusal !== undefined) {
		return (
			<>
				{wrapText(`${signs.problem} ${formatProblem(state.refusal)}`, columns - 2).map((line) => (
					<Text key={line} wrap="truncate" {...theme.bad}>{` ${line}`}</Text>
				))}
			</>
		);
	}
	const text =
		state.plan === undefined ? progressText('Checking the rows', state) : countsText(state.plan, columns - 1);
	return (
		<Text wrap="truncate" {...theme.heading}>
			{cutText(` ${text}`, columns)}
		</Text>
	);
}

function optionValue(row: OptionRow, {options, plan}: ImportState): string {
	switch (row) {
		case 'profile':
			return options.profile.from === 'csv' ? 'From CSV' : options.profile.name;
		case 'partial':
			return options.partial ? 'yes' : 'no';
		case 'overwrite':
			return options.overwrite ? 'yes' : 'no';
		case 'skipDuplicates':
			return options.skipDuplicates ? 'yes' : 'no';
		case 'blankColumns': {
			const cleared = [...(plan?.cleared ?? [])];
			const total = cleared.reduce((sum, [, amount]) => sum + amount, 0);
			if (total === 0) return 'nothing stored would be cleared';
			const where = cleared.map(([key, amount]) => `${storedField(key).header} ${amount}`).join(', ');
			const decision = {
				undecided: `clear or keep ${count(total, 'value')}?`,
				clear: `clear ${count(total, 'value')}:`,
				keep: `keep ${count(total, 'value')}:`,
			}[options.blankColumns];
			return `${decision} ${where}`;
		}
	}
}

function explain({optionIndex, options}: ImportState): string {
	const row = optionRows[optionIndex];
	switch (row) {
		case 'profile':
			return 'One profile for every row, or "From CSV": then the Profile column must be filled on every row.';
		case 'partial':
			return options.partial
				? 'Rows with errors are left out, and the others go in.'
				: 'One row with an error, and nothing goes in.';
		case 'overwrite':
			return options.overwrite
				? 'Rows change the users with their ID; rows without a known ID are rejected.'
				: 'Every row creates a user; rows whose ID is known are rejected.';
		case 'blankColumns':
			return 'An empty cell overwrites what is stored with nothing, or leaves it alone. A missing column always leaves it alone.';
		case 'skipDuplicates':
			return 'Leave out rows with the e-mail address and last name of a user who is there already.';
	}
	return '';
}

function columnLines({source, plan}: ImportState, columns: number): readonly Line[] {
	if (source === undefined) return [];
	const used = source.columns.filter((column) => column.use !== 'ignored');
	const names = used.map((column) => {
		const header = column.use === 'field' ? storedField(column.key).header : 'ID';
		return column.header.trim() === header ? header : `${column.header.trim()} = ${header}`;
	});
	const notices = (plan?.problems ?? source.columnNotes).filter((problem) => problem.severity === 'notice');
	return [
		{text: `${count(used.length, 'column')} matched`, style: theme.heading},
		...wrapText(names.join(' · '), columns - 3).map((text) => ({text: ` ${text}`})),
		...(notices.length === 0 ? [] : [{text: 'Ignored, and other notes', style: theme.heading}]),
		...notices.flatMap((notice) =>
			wrapText(formatProblem(notice), columns - 3).map((text) => ({text: ` ${text}`})),
		),
	];
}

function nameDelimiter(delimiter: string): string {
	const names: Readonly<Record<string, string>> = {
		',': 'commas',
		';': 'semicolons',
		'\t': 'tabs',
		'|': 'bars',
	};
	return names[delimiter] ?? quote(delimiter);
}
