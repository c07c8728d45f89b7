import {replaceScreen} from '../../model.ts';
import type {KindOf} from '../screen-kind.ts';
import {pinCommands} from './pin-commands.ts';
import {updatePin} from './update-pin.ts';

/** Setting the deployment PIN of one user or of many. */
export const pinScreen: KindOf<'pin'> = {
	layer: 'panel',
	contexts: {pin: {title: 'Setting PINs', types: true}},
	commands: pinCommands,
	contextsOf: ({mode}) => (mode === 'typed' ? ['pin', 'text'] : ['pin']),
	update: updatePin,
	editText(model, {problem: _, ...screen}, edit) {
		return [replaceScreen(model, {...screen, field: edit(screen.field)}), []];
	},
	isWaiting: ({planning}) => planning !== undefined,
};
