import {Text} from 'ink';
import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import type {CommandListState} from '../../app/screens/commands/commands-state.ts';
import {commandsTable} from '../../app/screens/commands/commands-table.ts';
import {cutText} from '../../terminal/text/text-width.ts';
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
	const title = purpose === 'help' ? 'All keys' : 'Commands';
	return (
		<Panel
			title={`${title}  ${listed.length === 0 ? 0 : table.cursor.row + 1} of ${listed.length}`}
			columns={columns}
		>
			<Text wrap="truncate">
				{' Type to search: '}
				<CaretText field={field} width={Math.max(8, Math.min(40, columns - 20))} />
			</Text>
			<TableView table={commandsTable(state, model)} />
			<Text wrap="truncate" {...theme.bad}>
				{cutText(` ${model.notice?.text ?? ''}`, columns)}
			</Text>
			<Footer model={model} columns={columns} />
		</Panel>
	);
}
