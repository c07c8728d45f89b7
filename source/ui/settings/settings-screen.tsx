import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import type {SettingsState} from '../../app/screens/settings/settings-state.ts';
import {settingDetailHeight, settingsTable} from '../../app/screens/settings/settings-table.ts';
import {ListScreen} from '../table/list-screen.tsx';
import {describeSetting} from './describe-setting.ts';

/** Lines that a long help may take. */
const mostDetailLines = 6;

/** The settings of the sheet and of the account as a list. */
export function SettingsScreen({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: SettingsState;
}): ReactElement {
	return (
		<ListScreen
			model={model}
			table={settingsTable(state, model)}
			name="Settings"
			detail={describeSetting(state, model)}
			detailHeight={settingDetailHeight}
			mostDetail={mostDetailLines}
		/>
	);
}
