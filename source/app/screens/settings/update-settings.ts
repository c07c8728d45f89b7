import {displaySetting, planSettings} from '../../../domain/plan-settings.ts';
import {settingField} from '../../../domain/setting-fields.ts';
import {closeScreen, type Model, openScreen, withNotice} from '../../model.ts';
import {makeChange} from '../../saving/make-change.ts';
import type {Step} from '../../step.ts';
import {askStandAlone} from './ask-stand-alone.ts';
import type {SettingsMessage} from './settings-messages.ts';
import {openedSettings} from './settings-state.ts';

/** Everything that happens to the settings of the sheet, in their list and from elsewhere. */
export function updateSettings(model: Model, message: SettingsMessage): Step {
	const {standAlone} = model.sheet.settings;
	switch (message.type) {
		case 'settings/open':
			return [openScreen(model, openedSettings), []];
		case 'settings/set':
			if (message.key !== 'standAlone') return setSetting(model, message);
			return [standAlone === (message.value === 'on') ? model : askStandAlone(model), []];
		case 'settings/ask-stand-alone':
			return [askStandAlone(model), []];
		case 'settings/set-stand-alone':
			return setSetting(model, {key: 'standAlone', value: message.on ? 'on' : 'off'});
		case 'settings/back':
			return [closeScreen(model), []];
	}
}

/** A change like any other. */
function setSetting(
	model: Model,
	{key, value}: Pick<Extract<SettingsMessage, {type: 'settings/set'}>, 'key' | 'value'>,
): Step {
	const before = model.sheet.settings;
	const field = settingField(key);
	if (field === undefined || field.read(before) === value) return [model, []];
	const after = field.write(before, value);
	const told = withNotice(model, `${field.label}: ${displaySetting(field, after)}.`, 'good');
	return makeChange(told, planSettings(before, after), {from: 'bulk'});
}
