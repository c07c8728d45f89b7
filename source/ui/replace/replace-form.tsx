import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import {type ReplaceRow, type ReplaceState, replaceRows} from '../../app/screens/replace/replace-state.ts';
import {storedField} from '../../domain/field-lists.ts';
import {cutText, wrapToHeight} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';
import {Footer} from '../parts/footer.tsx';
import {signs, theme} from '../theme.ts';
import {replaceHelp, replaceLabels} from './replace-labels.ts';

const labelWidth = 21;

/** What is looked for, where, and what is put in its place. */
export function ReplaceForm({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: ReplaceState;
}): ReactElement {
	const {columns, rows} = model.size;
	const {targets, focus, problem, searching} = state;
	const answer =
		searching === undefined ? (problem ?? model.notice?.text ?? replaceHelp(focus)) : 'Looking …';
	const lines = wrapToHeight(answer, columns - 4, Math.max(1, rows - replaceRows.length - 3));
	return (
		<Box flexDirection="column" height={rows}>
			<Text wrap="truncate">
				<Text {...theme.title}>{' Find and replace '}</Text>
				{cutText(`in ${targets.who}${targets.hidden}`, columns - 20)}
			</Text>
			<Box flexDirection="column" height={rows - 2} overflow="hidden">
				{replaceRows.map((row) => (
					<Text key={row} wrap="truncate">
						{row === focus ? signs.cursor : ' '}
						<Text
							{...(row === focus ? theme.heading : {})}
						>{` ${replaceLabels[row].padEnd(labelWidth)}`}</Text>
						<RowValue state={state} row={row} width={Math.max(8, Math.min(60, columns - labelWidth - 5))} />
					</Text>
				))}
				<Text> </Text>
				{lines.map((line) => (
					<Text key={line} wrap="truncate" {...(problem === undefined ? theme.quiet : theme.bad)}>
						{` ${problem === undefined ? ' ' : signs.problem} ${line}`}
					</Text>
				))}
			</Box>
			<Footer model={model} columns={columns} />
		</Box>
	);
}

function RowValue({
	state,
	row,
	width,
}: {
	readonly state: ReplaceState;
	readonly row: ReplaceRow;
	readonly width: number;
}): ReactElement {
	if (row === 'find' || row === 'replacement')
		return row === state.focus ? (
			<CaretText field={state[row]} width={width} />
		) : (
			<Text>{cutText(state[row].text, width)}</Text>
		);
	const {column} = state;
	const only = row === 'inAll' && !state.inAll && column !== undefined;
	return (
		<Text>
			{`[${state[row] ? 'x' : ' '}]`}
			{only ? cutText(` only ${storedField(column).header}`, width) : ''}
		</Text>
	);
}
