import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import {keyName} from '../../app/keymap/keymap.ts';
import type {Model} from '../../app/model.ts';
import {type ImportState, type OptionRow, optionRows} from '../../app/screens/import/import-state.ts';
import {encodingNames} from '../../csv/encoding/encoding-names.ts';
import {delimiterNames} from '../../csv/import-plan.ts';
import {storedField} from '../../domain/field-lists.ts';
import {count, formatProblem} from '../../domain/problem.ts';
import {cutText, fitText, wrapText} from '../../terminal/text/text-width.ts';
import {progressText} from '../parts/progress-text.ts';
import {signs, theme} from '../theme.ts';
import {countsText} from './counts-text.ts';
import {describeOption} from './describe-option.ts';

/** Title, file, two lines of explanation, counts, offer, answer, keys. */
const linesAround = 8;
/** Of the longest label, and a space. */
const labelWidth = 23;

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
			: ` ${source.path}: ${count(source.table.rows.length, 'row')}, ${encodingNames[source.table.encoding]}, ${delimiterNames[source.table.delimiter]}s`;
	const {explanation} = describeOption(optionRows[state.optionIndex] ?? 'profile', state);
	const room = Math.max(1, rows - linesAround - optionRows.length);
	return (
		<>
			<Text wrap="truncate" {...theme.quiet}>
				{cutText(about, columns)}
			</Text>
			{optionRows.map((row, index) => (
				<OptionLine key={row} row={row} isOn={index === state.optionIndex} state={state} columns={columns} />
			))}
			<Box flexDirection="column" height={2}>
				{wrapText(explanation, columns - 2)
					.slice(0, 2)
					.map((line) => (
						<Text key={line} wrap="truncate" {...theme.quiet}>{` ${line}`}</Text>
					))}
			</Box>
			<Summary state={state} columns={columns} />
			<Text wrap="truncate" {...theme.warning}>
				{cutText(` ${listHints(model, state)[0] ?? ''}`, columns)}
			</Text>
			<Box flexDirection="column">
				{columnLines(model, state, columns)
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
	const {label, value, isOpen} = describeOption(row, state);
	return (
		<Text wrap="truncate">
			{isOn ? signs.cursor : ' '}
			{isOpen ? signs.problem : ' '}
			{fitText(label, labelWidth)}
			<Text {...(isOn ? theme.cursor : isOpen ? theme.warning : {})}>
				{cutText(` ${value} `, Math.max(8, columns - labelWidth - 3))}
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
		state.plan === undefined
			? progressText('Checking the rows', state.progress)
			: countsText(state.plan, columns - 1);
	return (
		<Text wrap="truncate" {...theme.heading}>
			{cutText(` ${text}`, columns)}
		</Text>
	);
}

/** What one should know of the whole file: the first has a line of its own, so that nothing moves when it goes. */
function listHints(model: Model, {source, plan}: ImportState): readonly string[] {
	return [
		// Rules.md 3.2.
		...(plan?.suggestsOverwrite === true
			? [
					`All IDs are those of users: ${keyName(model, 'import.turn-on-overwrite')} turns overwrite import on.`,
				]
			: []),
		...(source?.importedBefore === undefined ? [] : [source.importedBefore]),
	];
}

function columnLines(model: Model, state: ImportState, columns: number): readonly Line[] {
	const {source, plan} = state;
	if (source === undefined) return [];
	const used = source.table.match.columns.filter((column) => column.use !== 'ignored');
	const names = used.map((column) => {
		const header = column.use === 'field' ? storedField(column.key).header : 'ID';
		return column.header.trim() === header ? header : `${column.header.trim()} = ${header}`;
	});
	const notices = (plan?.problems ?? source.table.match.problems).filter(
		({severity, line}) => severity === 'notice' && line === undefined,
	);
	const examples = (plan?.open ?? []).flatMap((point) =>
		point === 'rejected-rows' ? [] : (plan?.examples[point] ?? []),
	);
	return [
		...listHints(model, state)
			.slice(1)
			.map((text) => ({text, style: theme.warning})),
		...examples.flatMap((example) =>
			wrapText(formatProblem(example), columns - 2).map((text) => ({text, style: theme.warning})),
		),
		{text: `${count(used.length, 'column')} matched`, style: theme.heading},
		...wrapText(names.join(' · '), columns - 3).map((text) => ({text: ` ${text}`})),
		...(notices.length === 0 ? [] : [{text: 'Ignored, and other notes', style: theme.heading}]),
		...notices.flatMap((notice) =>
			wrapText(formatProblem(notice), columns - 3).map((text) => ({text: ` ${text}`})),
		),
	];
}
