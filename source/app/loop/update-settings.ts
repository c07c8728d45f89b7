import {emptyChange} from '../../domain/change.ts';
import {describeShortfall} from '../../domain/stand-alone.ts';
import type {SettingsMessage} from '../message.ts';
import {type Model, openScreen, withNotice} from '../model.ts';
import {makeChange} from '../saving/make-change.ts';
import type {Step} from '../step.ts';

/** Switching stand-alone asks, with the number of users that would fall short (rules.md 1.4). */
export function updateSettings(model: Model, message: SettingsMessage): Step {
	switch (message.type) {
		case 'settings/ask-stand-alone':
			return [askStandAlone(model), []];
		case 'settings/set-stand-alone':
			return setStandAlone(model, message.on);
	}
}

function askStandAlone(model: Model): Model {
	const {settings, users} = model.sheet;
	const on = !settings.standAlone;
	const question = `Switch stand-alone deployment ${on ? 'on' : 'off'}?`;
	const shortfall = describeShortfall(users) ?? 'All users have what a stand-alone deployment needs.';
	return openScreen(model, {
		name: 'confirm',
		question,
		details: [
			on ? shortfall : 'The PBX fields are not required then.',
			'It is a setting of the whole sheet.',
		],
		action: question.replace('?', ''),
		confirm: {type: 'settings/set-stand-alone', on},
	});
}

/** The answer, as a change like any other. */
function setStandAlone(model: Model, on: boolean): Step {
	const before = model.sheet.settings;
	if (before.standAlone === on) return [model, []];
	const word = on ? 'on' : 'off';
	const change = {
		...emptyChange(`Switch stand-alone ${word}`),
		settings: [before, {...before, standAlone: on}] as const,
	};
	return makeChange(withNotice(model, `Stand-alone deployment is ${word}.`, 'good'), change, {from: 'bulk'});
}
