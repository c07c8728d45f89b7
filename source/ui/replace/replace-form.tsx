import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import {type ReplaceRow, type ReplaceState, replaceRows} from '../../app/screens/replace/replace-state.ts';
import {storedField} from '../../domain/field-lists.ts';
import {replacedKeys} from '../../domain/plan-replace.ts';
import {cutText, wrapToHeight} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';
import {Footer} from '../parts/footer.tsx';
import {signs, theme} from '../theme.ts';

const labels: Readonly<Record<ReplaceRow, string>> = {
	find: 'Find',
	replacement: 'Replace with',
	isPattern: 'Regular expression',
	isCased: 'Capitals count',
	inAll: 'All columns of text',
};
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
	const answer = searching === undefined ? (problem ?? model.notice?.text ?? helpOf(state)) : 'Looking …';
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
						<Text {...(row === focus ? theme.heading : {})}>{` ${labels[row].padEnd(labelWidth)}`}</Text>
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

/** What the line with the cursor does. */
function helpOf({focus}: ReplaceState): string {
	return {
		find: 'The text to find. PINs, passwords and profiles are never looked through.',
		replacement: 'Taken as it is; blank removes what is found.',
		isPattern:
			'As in a filter: . [a-z] \\d * + ? {2,5} ( | ) and ^ $ for the beginning and the end of a value. The longest find counts.',
		isCased: 'Whether "A" and "a" differ.',
		inAll: `Not only the columns of the range or under the cursor: all ${replacedKeys.length} that hold text.`,
	}[focus];
}
