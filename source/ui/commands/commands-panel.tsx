import {Text} from 'ink';
import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import type {CommandListState} from '../../app/screens/commands/commands-state.ts';
import {commandsTable} from '../../app/screens/commands/commands-table.ts';
import type {Table} from '../../app/table/table.ts';
import {cutText, textWidth} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';
import {Footer} from '../parts/footer.tsx';
import {Panel} from '../parts/panel.tsx';
import {TableView} from '../table/table-view.tsx';
import {theme} from '../theme.ts';

/** Help and palette: the command table, with what stands in the way of a command. */
export function CommandsPanel({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: CommandListState;
}): ReactElement {
	const {columns} = model.size;
	const {listed, table, purpose, field} = state;
	const list = commandsTable(state, model);
	const title = purpose === 'help' ? 'All keys' : 'Commands';
	return (
		<Panel
			title={title}
			place={`${listed.length === 0 ? 0 : table.cursor.row + 1} of ${listed.length}`}
			columns={columns}
		>
			<Text wrap="truncate">
				{' Type to search: '}
				<CaretText field={field} width={Math.max(8, Math.min(40, columns - 20))} />
			</Text>
			<TableView table={list} />
			<Text wrap="truncate" {...(model.notice === undefined ? {} : theme.bad)}>
				{cutText(` ${model.notice?.text ?? describeChosen(state, list)}`, columns)}
			</Text>
			<Footer model={model} columns={columns} />
		</Panel>
	);
}

/** Why the chosen command cannot be done, or all of what it does where its row has no room for that. */
function describeChosen({listed, table}: CommandListState, {columns}: Table): string {
	const {command, reason} = listed[table.cursor.row] ?? {};
	const {title = ''} = command ?? {};
	const width = columns.find(({key}) => key === 'title')?.width ?? 0;
	return reason ?? (textWidth(title) > width ? title : '');
}
