import {Text} from 'ink';
import type {ReactElement} from 'react';
import {keyName} from '../../app/keymap/keymap.ts';
import type {Model} from '../../app/model.ts';
import {problemLines} from '../../app/screens/import/file-layout.ts';
import type {ImportState} from '../../app/screens/import/import-state.ts';
import {importTable} from '../../app/screens/import/import-table.ts';
import {cutText} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';
import {progressText} from '../parts/progress-text.ts';
import {TableView} from '../table/table-view.tsx';
import {signs, theme} from '../theme.ts';

/** The file: typed with completion, or chosen from the CSV files around. */
export function FileStep({model, state}: {readonly model: Model; readonly state: ImportState}): ReactElement {
	const {columns} = model.size;
	const {file} = state;
	const table = importTable(state, model);
	const isLong = file.listed.length > (table?.size.rows ?? 0);
	const answer =
		state.progress === undefined
			? problemLines(state, columns)
			: [progressText('Reading the file', state.progress)];
	return (
		<>
			<Text wrap="truncate" {...theme.quiet}>
				{cutText(' Type the name of a file, or paste its rows.', columns)}
			</Text>
			<Text wrap="truncate">
				{file.table.cursor.row < 0 ? `${signs.cursor}File: ` : ' File: '}
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
						? ' No file of users here fits what is typed.'
						: ` Files and folders here${isLong ? ` (${file.listed.length.toLocaleString('en-US')})` : ''}: ${keyName(model, 'table.down')} goes to them, ${keyName(model, 'import.read')} reads`,
					columns,
				)}
			</Text>
			{table === undefined || file.listed.length === 0 ? null : <TableView table={table} />}
		</>
	);
}
