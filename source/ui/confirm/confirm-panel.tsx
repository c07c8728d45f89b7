import {Text} from 'ink';
import type {ReactElement} from 'react';
import {keyName, keyNames} from '../../app/keymap/keymap.ts';
import type {Model} from '../../app/model.ts';
import type {ConfirmState} from '../../app/screens/confirm/confirm-state.ts';
import {cutLines, cutText, wrapText, wrapToHeight} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';
import {Panel} from '../parts/panel.tsx';
import {theme} from '../theme.ts';

type TypedNumber = NonNullable<ConfirmState['typed']>;

/** A question that only another key than the one that asked answers with yes. */
export function ConfirmPanel({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: ConfirmState;
}): ReactElement {
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
			{state.typed === undefined ? (
				<KeyAnswers model={model} action={state.action} shows={state.show !== undefined} />
			) : (
				<TypedAnswer model={model} typed={state.typed} />
			)}
		</Panel>
	);
}

function TypedAnswer({model, typed}: {readonly model: Model; readonly typed: TypedNumber}): ReactElement {
	const {wanted, field} = typed;
	return (
		<Text wrap="truncate">
			{` To do it, type ${wanted}: `}
			<CaretText field={field} width={Math.max(4, wanted.length + 2)} />{' '}
			<Text {...theme.key}>{keyName(model, 'confirm.accept-typed')}</Text> Yes{' '}
			<Text {...theme.key}>{keyName(model, 'confirm.leave-typed')}</Text> No
		</Text>
	);
}

function KeyAnswers({
	model,
	action,
	shows,
}: {
	readonly model: Model;
	readonly action: string;
	readonly shows: boolean;
}): ReactElement {
	const {columns} = model.size;
	const room = columns - 24 - (shows ? 14 : 0);
	return (
		<Text wrap="truncate">
			{' '}
			<Text {...theme.key}>{keyName(model, 'confirm.yes')}</Text> {cutText(action, room)}{' '}
			<Text {...theme.key}> {keyName(model, 'confirm.no')}</Text> or{' '}
			<Text {...theme.key}>{keyNames(model.keymap, 'confirm.no').at(-1)}</Text> No
			{shows ? (
				<>
					{'  '}
					<Text {...theme.key}>{keyName(model, 'confirm.show')}</Text> Show them
				</>
			) : null}
		</Text>
	);
}
