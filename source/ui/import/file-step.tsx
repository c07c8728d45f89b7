import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import {keyName} from '../../app/keymap/keymap.ts';
import type {Model} from '../../app/model.ts';
import type {ImportState} from '../../app/screens/import/import-state.ts';
import {formatProblem} from '../../domain/problem.ts';
import {cutText, fitText, wrapText} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';
import {scrollWindow} from '../parts/scroll-window.ts';
import {signs, theme} from '../theme.ts';
import {progressText} from './progress-text.ts';

/** The file: typed with completion, or chosen from the CSV files around. */
export function FileStep({model, state}: {readonly model: Model; readonly state: ImportState}): ReactElement {
	const {columns, rows} = model.size;
	const {file} = state;
	const problem = state.refusal === undefined ? [] : wrapText(formatProblem(state.refusal), columns - 4);
	const height = Math.max(1, rows - 8 - problem.length);
	const {first, last} = scrollWindow(file.listed.length, height, Math.max(0, file.index));
	const nameWidth = Math.max(16, columns - 16);
	const answer = state.progress === undefined ? problem : [progressText('Reading the file', state)];
	return (
		<>
			<Text> </Text>
			<Text wrap="truncate">
				{file.index < 0 ? `${signs.cursor}File: ` : ' File: '}
				<CaretText field={file.field} width={Math.max(10, columns - 10)} />
			</Text>
			{answer.map((line, index) => (
				<Text key={line} wrap="truncate" {...(state.progress === undefined ? theme.bad : {})}>
					{` ${state.progress !== undefined ? '' : index === 0 ? `${signs.problem} ` : '  '}${line}`}
				</Text>
			))}
			<Text> </Text>
			<Text wrap="truncate" {...theme.heading}>
				{cutText(
					file.listed.length === 0
						? ' No CSV file here fits what is typed.'
						: ` CSV files and folders here: ${keyName(model, 'import.file-down')} goes to them, ${keyName(model, 'import.read')} reads`,
					columns,
				)}
			</Text>
			<Box flexDirection="column">
				{file.listed.slice(first, last).map((listed, offset) => {
					const isOn = first + offset === file.index;
					const size = listed.isFolder ? 'folder' : formatSize(listed.size);
					return (
						<Text key={listed.path} wrap="truncate" {...(isOn ? theme.cursor : {})}>
							{` ${isOn ? signs.cursor : ' '} ${fitText(listed.isFolder ? `${listed.path}/` : listed.path, nameWidth)}${fitText(size, 10, 'right')}`}
						</Text>
					);
				})}
			</Box>
		</>
	);
}

function formatSize(bytes: number): string {
	if (bytes < 1000) return `${bytes} B`;
	return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
