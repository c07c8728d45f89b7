import {Box, Text} from 'ink';
import {type ReactElement, useMemo} from 'react';
import {disabledReason} from '../../app/commands/command-table.ts';
import {commandNames} from '../../app/commands/typed-name.ts';
import {keyName, keyNames} from '../../app/keymap/keymap.ts';
import {closeScreen, type Model} from '../../app/model.ts';
import {describeMiss} from '../../app/screens/choice/find-choice.ts';
import {listCommands} from '../../app/screens/commands/list-commands.ts';
import type {ChoiceState, CommandListState, ConfirmState} from '../../app/screens/dialog-state.ts';
import type {ExportState} from '../../app/screens/export/export-state.ts';
import {
	countPins,
	describePins,
	modesFor,
	type PinMode,
	type PinState,
} from '../../app/screens/pin/pin-state.ts';
import {
	cutLines,
	cutText,
	fitText,
	textWidth,
	wrapText,
	wrapToHeight,
} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';
import {Footer} from '../parts/footer.tsx';
import {Panel} from '../parts/panel.tsx';
import {scrollWindow} from '../parts/scroll-window.ts';
import {Table} from '../parts/table.tsx';
import {noticeStyles, signs, theme} from '../theme.ts';

type PanelProps<State> = {readonly model: Model; readonly state: State};

/** A short list to choose from. */
export function ChoicePanel({model, state}: PanelProps<ChoiceState>): ReactElement {
	const {columns, rows} = model.size;
	const height = Math.max(1, Math.min(state.items.length, rows - 6));
	const {first, last} = scrollWindow(state.items.length, height, state.index);
	const answer = model.notice?.text ?? (state.find === undefined ? undefined : describeMiss(model, state));
	const findWidth = Math.max(8, Math.min(40, columns - 16));
	const room = columns - 4;
	const widest = (texts: readonly string[]): number =>
		texts.reduce((most, text) => Math.max(most, textWidth(text)), 0);
	// The labels take what the details leave them, and half of the line at least.
	const labelWidth = Math.min(
		widest(state.items.map(({label}) => label)) + 2,
		Math.max(Math.floor(room / 2), room - widest(state.items.map(({detail}) => detail))),
	);
	const position = state.index < 0 ? '' : `  ${state.index + 1} of ${state.items.length}`;
	return (
		<Panel title={`${cutText(state.title, columns - 6 - position.length)}${position}`} columns={columns}>
			{state.items.slice(first, last).map((item, offset) => {
				const isOn = first + offset === state.index;
				const line = fitText(`${fitText(item.label, labelWidth - 1)} ${item.detail}`, room);
				return (
					<Text key={item.label} wrap="truncate">
						{` ${isOn ? signs.cursor : ' '} `}
						<Text {...(isOn ? theme.cursor : {})}>{line}</Text>
					</Text>
				);
			})}
			{state.find === undefined ? null : (
				<Text wrap="truncate">
					{' Type a name: '}
					<CaretText field={state.find} width={findWidth} />
				</Text>
			)}
			{answer === undefined ? null : (
				<Text wrap="truncate" {...theme.bad}>
					{cutText(` ${signs.problem} ${answer}`, columns)}
				</Text>
			)}
			<Footer model={model} columns={columns} />
		</Panel>
	);
}

/** A question that only another key than the one that asked answers with yes. */
export function ConfirmPanel({model, state}: PanelProps<ConfirmState>): ReactElement {
	const {columns, rows} = model.size;
	// In a small terminal the keys that answer must be seen, and then the question.
	const question = wrapToHeight(state.question, columns - 3, rows - 2);
	const details = cutLines(
		state.details.flatMap((line) => wrapText(line, columns - 3)),
		columns - 3,
		rows - 2 - question.length,
	);
	return (
		<Panel title={['Please confirm', model.notice?.text ?? ''].join('  ').trim()} columns={columns}>
			{question.map((line) => (
				<Text key={line} wrap="truncate" {...theme.warning}>{` ${line}`}</Text>
			))}
			{details.map((line, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, of which two may be alike
				<Text key={index} wrap="truncate">{` ${line}`}</Text>
			))}
			<Text wrap="truncate">
				{' '}
				<Text {...theme.key}>{keyName(model, 'confirm.yes')}</Text> {cutText(state.action, columns - 24)}{' '}
				<Text {...theme.key}> {keyName(model, 'confirm.no')}</Text> or{' '}
				<Text {...theme.key}>{keyNames(model.keymap, 'confirm.no').at(-1)}</Text> No
			</Text>
		</Panel>
	);
}

/** The name of a file to be written. */
export function ExportPanel({model, state}: PanelProps<ExportState>): ReactElement {
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

const pinLabels: Readonly<Record<'one' | 'many', Readonly<Record<PinMode, string>>>> = {
	one: {typed: 'This PIN:', generated: 'A generated PIN', 'generated-each': 'A generated PIN'},
	many: {
		typed: 'This PIN for all of them:',
		generated: 'One generated PIN for all of them',
		'generated-each': 'A generated PIN for each of them',
	},
};

/** One PIN for many users, or one each. */
export function PinPanel({model, state}: PanelProps<PinState>): ReactElement {
	const {columns} = model.size;
	const isOne = state.ids.length === 1;
	const already = useMemo(() => countPins(model.sheet, state.ids), [model.sheet, state.ids]);
	return (
		<Panel title={`Set the deployment PIN of ${state.who}${state.hidden}`} columns={columns}>
			<Text wrap="truncate" {...theme.quiet}>
				{cutText(` ${describePins(already, isOne)}. 4 to 20 digits; leading zeros count.`, columns)}
			</Text>
			{modesFor(state).map((mode) => {
				const isOn = mode === state.mode;
				return (
					<Text key={mode} wrap="truncate">
						{` ${isOn ? `(${signs.marked})` : '( )'} `}
						<Text {...(isOn ? theme.heading : {})}>{pinLabels[isOne ? 'one' : 'many'][mode]}</Text>{' '}
						{mode === 'typed' && isOn ? (
							<CaretText field={state.field} width={22} masked={!model.revealed} />
						) : null}
					</Text>
				);
			})}
			<Text
				wrap="truncate"
				{...(state.problem === undefined ? noticeStyles[model.notice?.tone ?? 'plain'] : theme.bad)}
			>
				{cutText(
					state.problem === undefined ? ` ${model.notice?.text ?? ''}` : ` ${signs.problem} ${state.problem}`,
					columns,
				)}
			</Text>
			<Footer model={model} columns={columns} />
		</Panel>
	);
}

/** Help and palette: the command table, with what stands in the way of a command. */
export function CommandPanel({model, state}: PanelProps<CommandListState>): ReactElement {
	const {columns, rows} = model.size;
	const listed = listCommands(model);
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
