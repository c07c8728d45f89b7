import {replaceScreen} from '../../model.ts';
import type {KindOf} from '../screen-kind.ts';
import {clipboardCommands} from './clipboard-commands.ts';
import {fillCommands} from './fill-commands.ts';
import {updateFill} from './update-fill.ts';

/** One value for the cells of many users. */
export const fillScreen: KindOf<'fill'> = {
	layer: 'panel',
	contexts: {fill: {title: 'Filling many cells', types: true}},
	commands: [...fillCommands, ...clipboardCommands],
	contextsOf: ({field}) => (field === undefined ? ['fill'] : ['fill', 'text']),
	update: updateFill,
	editText(model, screen, edit) {
		const {field} = screen;
		return [
			field === undefined ? model : replaceScreen(model, {...screen, problem: undefined, field: edit(field)}),
			[],
		];
	},
	isWaiting: ({planning}) => planning !== undefined,
};
