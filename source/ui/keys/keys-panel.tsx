import {Text} from 'ink';
import type {ReactElement} from 'react';
import {keyName} from '../../app/keymap/keymap.ts';
import type {Model} from '../../app/model.ts';
import type {KeysState} from '../../app/screens/keys/keys-state.ts';
import {cutText, fitText} from '../../terminal/text/text-width.ts';
import {Panel} from '../parts/panel.tsx';
import {theme} from '../theme.ts';

/** Lines beside the keys: the rule above, and the line that says how to close it. */
const otherLines = 2;

/** What pressed keys send, and what they are taken for. */
export function KeysPanel({model, state}: {readonly model: Model; readonly state: KeysState}): ReactElement {
	const {columns, rows} = model.size;
	const sentWidth = Math.floor(columns / 2) - 2;
	return (
		<Panel title="Press a key to see what it sends" columns={columns}>
			{state.keys.slice(-Math.max(1, rows - otherLines)).map(({sent, taken}, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the same key may be pressed twice
				<Text key={index} wrap="truncate">
					{` ${fitText(sent, sentWidth)} ${cutText(taken, columns - sentWidth - 3)}`}
				</Text>
			))}
			<Text wrap="truncate">
				{' '}
				<Text {...theme.key}>{keyName(model, 'keys.close')}</Text> twice: close
			</Text>
		</Panel>
	);
}
