import {Text} from 'ink';
import {type ReactElement, useMemo} from 'react';
import type {Model} from '../../app/model.ts';
import {countPins, describePins, modesFor, type PinState} from '../../app/screens/pin/pin-state.ts';
import {cutText} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';
import {Footer} from '../parts/footer.tsx';
import {Panel} from '../parts/panel.tsx';
import {noticeStyles, signs, theme} from '../theme.ts';
import {pinLabels} from './pin-labels.ts';

/** One PIN for many users, or one each. */
export function PinPanel({model, state}: {readonly model: Model; readonly state: PinState}): ReactElement {
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
