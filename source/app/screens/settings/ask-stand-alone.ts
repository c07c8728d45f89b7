import {describeShortfall} from '../../../domain/stand-alone.ts';
import {type Model, openScreen} from '../../model.ts';

/** Switching stand-alone asks, with the number of users that would fall short, who can be shown instead (rules.md 1.4). */
export function askStandAlone(model: Model): Model {
	const {settings, users} = model.sheet;
	const on = !settings.standAlone;
	const question = `Switch stand-alone deployment ${on ? 'on' : 'off'}?`;
	const shortfall = on ? describeShortfall(users) : undefined;
	return openScreen(model, {
		name: 'confirm',
		question,
		details: [
			on
				? (shortfall ?? 'All users have what a stand-alone deployment needs.')
				: 'The PBX fields are not required then.',
			'It is a setting of the whole sheet.',
		],
		action: question.replace('?', ''),
		confirm: {type: 'settings/set-stand-alone', on},
		...(shortfall === undefined ? {} : {show: {type: 'users/show', filter: 'stand-alone:short'}}),
	});
}
