import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import {keyName} from '../../app/keymap/keymap.ts';
import type {Model} from '../../app/model.ts';
import type {ImportState} from '../../app/screens/import/import-state.ts';
import {
	currentOption,
	optionDetailLines,
	optionsTable,
	valueWidth,
} from '../../app/screens/import/options/options-table.ts';
import {sampleLines} from '../../app/screens/import/options/reading-options.ts';
import {describeReading} from '../../csv/describe-reading.ts';
import {storedField} from '../../domain/field-lists.ts';
import {count, formatProblem} from '../../domain/problem.ts';
import {cutText, textWidth, wrapText} from '../../terminal/text/text-width.ts';
import {progressText} from '../parts/progress-text.ts';
import {TableView} from '../table/table-view.tsx';
import {signs, theme} from '../theme.ts';
import {countsText} from './counts-text.ts';

type Line = {readonly text: string; readonly style?: object};

/** The choices of the import, each explained, with what they would do to this very file. */
export function OptionsStep({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: ImportState;
}): ReactElement {
	const {size} = model;
	const {columns} = size;
	const {source} = state;
	const table = optionsTable(state, model);
	const about =
		source === undefined
			? ''
			: `${source.path}: ${count(source.table.rows.length, 'row')}, ${describeReading(source.table)}`;
	const showsRows = currentOption(state)?.showsRows === true;
	const lines = [
		...hintLines(model, state),
		...optionLines(model, state),
		...(showsRows ? sampleLines(state).map(sampleLine) : columnLines(state, columns)),
	];
	return (
		<>
			<Text wrap="truncate" {...theme.quiet}>
				{cutText(` ${placeOf(table)}${about}`, columns)}
			</Text>
			<TableView table={table} />
			<Summary state={state} columns={columns} />
			<Box flexDirection="column">
				{lines.slice(0, optionDetailLines(size, table.size.rows)).map((line, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
					<Text key={index} wrap="truncate" {...line.style}>
						{cutText(` ${line.text}`, columns)}
					</Text>
				))}
			</Box>
		</>
	);
}

/** Which option it is, where not all are seen at a time. */
function placeOf({state, size, rowCount}: ReturnType<typeof optionsTable>): string {
	return rowCount > size.rows ? `Option ${state.cursor.row + 1} of ${rowCount} · ` : '';
}

function sampleLine(text: string, index: number): Line {
	return {text: ` ${text}`, ...(index === 0 ? {style: theme.heading} : {})};
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

/** More of the option under the cursor: what its line has no room for, and what it means. */
function optionLines({size}: Model, state: ImportState): readonly Line[] {
	const option = currentOption(state);
	if (option === undefined) return [];
	const value = option.value(state);
	const isCut = textWidth(value) > valueWidth(size);
	return [
		...wrapText(option.explanation(state), size.columns - 2).map((text) => ({text, style: theme.quiet})),
		...(isCut ? wrapText(value, size.columns - 2).map((text) => ({text})) : []),
	];
}

/** What one should know of the whole file. */
function hintLines(model: Model, {source, plan}: ImportState): readonly Line[] {
	const hints = [
		// Rules.md 3.2.
		...(plan?.suggestsOverwrite === true
			? [
					`All ${plan.known.toLocaleString('en-US')} IDs are known here: ${keyName(model, 'import.turn-on-overwrite')} turns overwrite import on.`,
				]
			: []),
		...(source?.importedBefore === undefined ? [] : [source.importedBefore]),
		...(source?.rejectsOf === undefined ? [] : [source.rejectsOf.text]),
	];
	return hints.map((text) => ({text, style: theme.warning}));
}

function columnLines({source, plan}: ImportState, columns: number): readonly Line[] {
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
