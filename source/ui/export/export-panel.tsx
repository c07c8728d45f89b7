import {Text} from 'ink';
import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import type {ExportState} from '../../app/screens/export/export-state.ts';
import {cutLines, cutText, wrapText, wrapToHeight} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';
import {Footer} from '../parts/footer.tsx';
import {Panel} from '../parts/panel.tsx';
import {theme} from '../theme.ts';

/** The name of a file to be written. */
export function ExportPanel({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: ExportState;
}): ReactElement {
	const {columns, rows} = model.size;
	const problem =
		state.problem === undefined ? [] : wrapToHeight(state.problem, columns - 3, Math.max(1, rows - 3));
	const description = cutLines(
		state.description.flatMap((line) => wrapText(line, columns - 2)),
		columns - 2,
		rows - 3 - Math.max(1, problem.length),
	);
	return (
		<Panel title={state.title} columns={columns}>
			{description.map((line) => (
				<Text key={line} wrap="truncate">{` ${line}`}</Text>
			))}
			<Text wrap="truncate">
				{' File: '}
				<CaretText field={state.field} width={Math.max(10, columns - 10)} />
			</Text>
			{problem.length === 0 ? (
				<Text wrap="truncate" {...theme.quiet}>
					{state.writing ? ' Writing…' : cutText(` ${model.notice?.text ?? ''}`, columns)}
				</Text>
			) : (
				problem.map((line) => <Text key={line} wrap="truncate" {...theme.bad}>{` ${line}`}</Text>)
			)}
			<Footer model={model} columns={columns} />
		</Panel>
	);
}
