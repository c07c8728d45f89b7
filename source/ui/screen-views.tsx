import type {ReactElement} from 'react';
import type {Model, Screen, ScreenStates} from '../app/model.ts';
import {ChoicePanel} from './choice/choice-panel.tsx';
import {CommandsPanel} from './commands/commands-panel.tsx';
import {ConfirmPanel} from './confirm/confirm-panel.tsx';
import {DeployScreen} from './deploy/deploy-screen.tsx';
import {ExportPanel} from './export/export-panel.tsx';
import {FillPanel} from './fill/fill-panel.tsx';
import {FormScreen} from './form/form-screen.tsx';
import {HistoryScreen} from './history/history-screen.tsx';
import {ImportScreen} from './import/import-screen.tsx';
import {KeysPanel} from './keys/keys-panel.tsx';
import {MissingScreen} from './missing/missing-screen.tsx';
import {PinPanel} from './pin/pin-panel.tsx';
import {PinsScreen} from './pins/pins-screen.tsx';
import {ProblemsScreen} from './problems/problems-screen.tsx';
import {ProfilesScreen} from './profiles/profiles-screen.tsx';
import {ReplaceScreen} from './replace/replace-screen.tsx';
import {SettingsScreen} from './settings/settings-screen.tsx';
import {UsersScreen} from './users/users-screen.tsx';
import {WorklistScreen} from './worklist/worklist-screen.tsx';

/** Draws a screen. Written as a method, so that the table can be looked up by the name of any screen. */
type ScreenView<State> = {
	draw(props: {readonly model: Model; readonly state: State}): ReactElement | null;
}['draw'];

/** How each screen is drawn, by its name. */
const screenViews: {readonly [Name in keyof ScreenStates]: ScreenView<ScreenStates[Name]>} = {
	users: UsersScreen,
	form: FormScreen,
	fill: FillPanel,
	pin: PinPanel,
	pins: PinsScreen,
	replace: ReplaceScreen,
	import: ImportScreen,
	missing: MissingScreen,
	history: HistoryScreen,
	problems: ProblemsScreen,
	worklist: WorklistScreen,
	profiles: ProfilesScreen,
	deploy: DeployScreen,
	settings: SettingsScreen,
	choice: ChoicePanel,
	confirm: ConfirmPanel,
	export: ExportPanel,
	commands: CommandsPanel,
	keys: KeysPanel,
};

/** The component that draws a screen. */
export function viewOf({name}: Screen): ScreenView<Screen> {
	return screenViews[name];
}
