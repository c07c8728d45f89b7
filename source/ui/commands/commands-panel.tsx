import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import {commandNames} from '../../app/commands/typed-name.ts';
import {keyName} from '../../app/keymap/keymap.ts';
import {disabledReason} from '../../app/loop/command-table.ts';
import {closeScreen, type Model} from '../../app/model.ts';
import type {CommandListState} from '../../app/screens/commands/commands-state.ts';
import {cutText} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';
import {Footer} from '../parts/footer.tsx';
import {Panel} from '../parts/panel.tsx';
import {scrollWindow} from '../parts/scroll-window.ts';
import {Table} from '../parts/table.tsx';
import {signs, theme} from '../theme.ts';

/** Help and palette: the command table, with what stands in the way of a command. */
export function CommandsPanel({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: CommandListState;
}): ReactElement {
	const {columns, rows} = model.size;
	const {listed} = state;
	const below = closeScreen(model);
	const height = Math.max(1, state.purpose === 'help' ? rows - 6 : Math.min(12, rows - 8));
	const {first, last} = scrollWindow(listed.length, height, state.index);
	const keyWidth = Math.min(22, Math.floor(columns / 3));
	const reason = model.notice?.text ?? '';
	const table = listed.slice(first, last).map((command, offset) => {
		const why = disabledReason(command, below);
		return {
			on: first + offset === state.index ? signs.cursor : ' ',
			keys: commandNames(model.keymap, command).join(', ') || ':',
			title: why === undefined ? command.title : `${command.title}  (${why})`,
		};
	});
	const title = state.purpose === 'help' ? 'All keys' : 'Commands';
	return (
		<Panel
			title={`${title}  ${listed.length === 0 ? 0 : state.index + 1} of ${listed.length}`}
			columns={columns}
		>
			<Text wrap="truncate">
				{' Type to search: '}
				<CaretText field={state.field} width={Math.max(8, Math.min(40, columns - 20))} />
			</Text>
			<Box flexDirection="column" height={height + 2} flexShrink={0}>
				{listed.length === 0 ? (
					<Text wrap="truncate" {...theme.warning}>
						{cutText(
							` No command fits “${state.field.text}”. ${keyName(model, 'commands.run')} does nothing.`,
							columns,
						)}
					</Text>
				) : (
					<Table
						columns={[
							{key: 'on', header: ' ', width: 1},
							{key: 'keys', header: 'Keys', width: keyWidth},
							{key: 'title', header: 'What it does', width: Math.max(8, columns - keyWidth - 6)},
						]}
						rows={table}
					/>
				)}
			</Box>
			<Text wrap="truncate" {...theme.bad}>
				{cutText(` ${reason}`, columns)}
			</Text>
			<Footer model={model} columns={columns} />
		</Panel>
	);
}
