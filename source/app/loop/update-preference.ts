import {quote} from '../../domain/problem.ts';
import {type Model, openScreen, withNotice} from '../model.ts';
import {
	type PreferenceName,
	parsePreference,
	preferenceNames,
	preferenceOf,
	preferenceTable,
} from '../preferences.ts';
import {findableChoice} from '../screens/choice/find-choice.ts';
import type {App} from '../screens/screen-kind.ts';
import type {Step} from '../step.ts';
import type {PreferenceMessage} from './preference-messages.ts';

/** Sets what a person wants of the screen, from now or from the next start on, and keeps it in mind. */
export function updatePreference(model: Model, message: PreferenceMessage, app: App): Step {
	switch (message.type) {
		case 'preference/list':
			return [openList(model), []];
		case 'preference/read': {
			const read = parsePreference(message.typed);
			if ('problem' in read) return [withNotice(model, read.problem, 'bad'), []];
			const {name, value} = read;
			return value === undefined ? [openValues(model, name), []] : setPreference(model, name, value, app);
		}
		case 'preference/choose':
			return [openValues(model, message.name), []];
		case 'preference/set':
			return setPreference(model, message.name, message.value, app);
		case 'preference/set-name':
			return setMyName(model, message.name);
	}
}

function setPreference(model: Model, name: PreferenceName, value: string, app: App): Step {
	const preferences = {...model.preferences, [name]: value};
	const {title, atOnce} = preferenceTable[name];
	const text = `${title}: ${value}${atOnce ? '' : ', from the next start on'}.`;
	const [next, effects] = applyPreference({...model, preferences}, name, value === 'on', app);
	return [withNotice(next, text, 'good'), [...effects, {type: 'preferences/remember', preferences}]];
}

function setMyName(model: Model, name: string): Step {
	const called = name === '' ? 'by your account' : quote(name);
	const text = `The history calls you ${called} from the next start on.`;
	return [withNotice({...model, myName: name}, text, 'good'), [{type: 'name/remember', name}]];
}

/** The others are looked at when the screen starts. */
function applyPreference(model: Model, name: PreferenceName, on: boolean, app: App): Step {
	if (name === 'mouse') return app.update(model, {type: 'mouse/switch', on});
	if (name === 'panel' && model.grid.panel !== on) return app.update(model, {type: 'users/toggle-panel'});
	return [model, []];
}

function openList(model: Model): Model {
	const items = preferenceNames.map((name) => ({
		label: preferenceTable[name].title,
		detail: `${name} ${preferenceOf(model.preferences, name)}`,
		choose: {type: 'preference/choose', name} as const,
	}));
	return openScreen(model, findableChoice({title: 'Settings of the screen', items, index: 0}));
}

function openValues(model: Model, name: PreferenceName): Model {
	const {title, values} = preferenceTable[name];
	const items = values.map((value) => ({
		label: value,
		detail: '',
		choose: {type: 'preference/set', name, value} as const,
	}));
	const index = items.findIndex(({label}) => label === preferenceOf(model.preferences, name));
	return openScreen(model, findableChoice({title, items, index}));
}
