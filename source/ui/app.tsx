import {Box, Text} from 'ink';
import {type ReactElement, useContext, useRef, useSyncExternalStore} from 'react';
import {keyName} from '../app/keymap/keymap.ts';
import type {Model, Screen} from '../app/model.ts';
import {focusedScreen, kindOf, openScreens} from '../app/screens/screen-table.ts';
import {smallestSize} from '../app/size.ts';
import type {Runtime} from '../shell/runtime.ts';
import {useKeys} from '../terminal/input/use-keys.ts';
import {cutText} from '../terminal/text/text-width.ts';
import {messageOf} from './message-of.ts';
import {PlainTerminal} from './parts/plain-terminal.ts';
import {PointerTargets, type Targets} from './parts/pointer-targets.ts';
import {viewOf} from './screen-views.tsx';

/** The whole screen: one subscription to the loop, one place where keys come in. */
export function App({
	runtime,
	isPlain = false,
}: {
	readonly runtime: Runtime;
	/** Whether the terminal shows no style. */
	readonly isPlain?: boolean;
}): ReactElement {
	const model = useSyncExternalStore(runtime.subscribe, runtime.model);
	const targets = useRef<Targets>(new Set()).current;
	useKeys((input) => runtime.dispatch(messageOf(input, targets)));
	return (
		<PlainTerminal value={isPlain}>
			<PointerTargets value={targets}>
				<Screens model={model} />
			</PointerTargets>
		</PlainTerminal>
	);
}

function Screens({model}: {readonly model: Model}): ReactElement {
	const targets = useContext(PointerTargets);
	const {columns, rows} = model.size;
	if (columns < smallestSize.columns || rows < smallestSize.rows) return <TooSmall model={model} />;
	const open = openScreens(model);
	const base = open.findLast((screen) => kindOf(screen).layer === 'base') ?? model.grid;
	const top = focusedScreen(model);
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			<Box
				flexDirection="column"
				flexGrow={1}
				flexShrink={1}
				flexBasis={0}
				// Clipping takes Ink a fifth of a frame, so it is only done where a panel covers rows.
				overflowY={top === base ? 'visible' : 'hidden'}
			>
				<Box flexDirection="column" height={rows} flexShrink={0}>
					<PointerTargets value={top === base ? targets : undefined}>
						<View model={model} state={base} />
					</PointerTargets>
				</Box>
			</Box>
			{top === base ? null : <View model={model} state={top} />}
		</Box>
	);
}

function View({model, state}: {readonly model: Model; readonly state: Screen}): ReactElement {
	const Drawn = viewOf(state);
	return <Drawn model={model} state={state} />;
}

function TooSmall({model}: {readonly model: Model}): ReactElement {
	const {columns, rows} = model.size;
	const text = `Make the terminal larger: ${smallestSize.columns}×${smallestSize.rows} at least. ${keyName(model, 'app.quit')} quits.`;
	return (
		<Box height={rows} width={columns} overflow="hidden">
			<Text wrap="wrap">{cutText(text, columns * rows)}</Text>
		</Box>
	);
}
