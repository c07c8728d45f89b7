import {Box, Text} from 'ink';
import {type ReactElement, useSyncExternalStore} from 'react';
import {keyName} from '../app/keymap/keymap.ts';
import type {Model, Screen} from '../app/model.ts';
import {smallestSize} from '../app/screens/users/grid-layout.ts';
import type {Runtime} from '../shell/runtime.ts';
import {useKeys} from '../terminal/input/use-keys.ts';
import {cutText} from '../terminal/text/text-width.ts';
import {FormScreen} from './form/form-screen.tsx';
import {HistoryScreen} from './history/history-screen.tsx';
import {ImportScreen} from './import/import-screen.tsx';
import {messageOf} from './message-of.ts';
import {PlainTerminal} from './parts/plain-terminal.ts';
import {ChoicePanel, CommandPanel, ConfirmPanel, ExportPanel, PinPanel} from './screens/panels.tsx';
import {GridScreen} from './users/grid-screen.tsx';

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
	useKeys((input) => runtime.dispatch(messageOf(input)));
	return (
		<PlainTerminal value={isPlain}>
			<Screens model={model} />
		</PlainTerminal>
	);
}

function Screens({model}: {readonly model: Model}): ReactElement {
	const {columns, rows} = model.size;
	if (columns < smallestSize.columns || rows < smallestSize.rows) return <TooSmall model={model} />;
	const position = model.screens.findLastIndex(isFullScreen);
	const panel = model.screens.at(-1);
	const base = model.screens[position];
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			<Box
				flexDirection="column"
				flexGrow={1}
				flexShrink={1}
				flexBasis={0}
				// Clipping takes Ink a fifth of a frame, so it is only done where a panel covers rows.
				overflowY={panel === undefined ? 'visible' : 'hidden'}
			>
				<Box flexDirection="column" height={rows} flexShrink={0}>
					<Base model={model} screen={base} />
				</Box>
			</Box>
			{panel === undefined || isFullScreen(panel) ? null : <PanelOf model={model} screen={panel} />}
		</Box>
	);
}

function isFullScreen(screen: Screen): boolean {
	return screen.name === 'form' || screen.name === 'import' || screen.name === 'history';
}

function Base({model, screen}: {readonly model: Model; readonly screen: Screen | undefined}): ReactElement {
	if (screen?.name === 'form') return <FormScreen model={model} form={screen} />;
	if (screen?.name === 'import') return <ImportScreen model={model} state={screen} />;
	if (screen?.name === 'history') return <HistoryScreen model={model} state={screen} />;
	return <GridScreen model={model} />;
}

function PanelOf({model, screen}: {readonly model: Model; readonly screen: Screen}): ReactElement | null {
	switch (screen.name) {
		case 'choice':
			return <ChoicePanel model={model} state={screen} />;
		case 'confirm':
			return <ConfirmPanel model={model} state={screen} />;
		case 'export':
			return <ExportPanel model={model} state={screen} />;
		case 'pin':
			return <PinPanel model={model} state={screen} />;
		case 'commands':
			return <CommandPanel model={model} state={screen} />;
		case 'form':
		case 'import':
		case 'history':
			return null;
	}
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
