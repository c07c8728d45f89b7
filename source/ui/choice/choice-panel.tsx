import {Text} from 'ink';
import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import type {ChoiceState} from '../../app/screens/choice/choice-state.ts';
import {describeMiss} from '../../app/screens/choice/find-choice.ts';
import {cutText, fitText, textWidth} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';
import {Footer} from '../parts/footer.tsx';
import {Panel} from '../parts/panel.tsx';
import {scrollWindow} from '../parts/scroll-window.ts';
import {signs, theme} from '../theme.ts';

/** A short list to choose from. */
export function ChoicePanel({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: ChoiceState;
}): ReactElement {
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
