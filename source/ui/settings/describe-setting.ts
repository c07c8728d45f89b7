import type {Model, Notice} from '../../app/model.ts';
import {settingUnderCursor} from '../../app/screens/settings/settings-cells.ts';
import type {SettingsState} from '../../app/screens/settings/settings-state.ts';
import {formatFinding} from '../../domain/problem.ts';

/** What the lines under the settings say: what is wrong, or the whole value under the cursor, what it does, and whose it is. */
export function describeSetting(state: SettingsState, model: Model): Notice {
	const setting = settingUnderCursor(state);
	if (setting === undefined) return {tone: 'plain', text: ''};
	const {label, help, shown, of} = setting;
	const {problem} = state.editor ?? {};
	if (problem !== undefined) return {tone: 'bad', text: `${label}: ${formatFinding(problem)}`};
	const whose = of === 'sheet' ? 'For everybody who uses this sheet' : 'Only for you, in all sheets';
	const value = state.editor === undefined ? `: ${shown(model)}` : '';
	return {tone: 'plain', text: `${label}${value} (${help}). ${whose}.`};
}
