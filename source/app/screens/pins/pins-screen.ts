import type {KindOf} from '../screen-kind.ts';
import {pinsCommands} from './pins-commands.ts';
import {pinsTable} from './pins-table.ts';
import {updatePins} from './update-pins.ts';

/** The PINs of some users, to be told to them. */
export const pinsScreen: KindOf<'pins'> = {
	layer: 'base',
	contexts: {pins: {title: 'In the list of PINs', counts: true, inList: true}},
	commands: pinsCommands,
	contextsOf: () => ['pins', 'table'],
	update: updatePins,
	table: pinsTable,
	shownPins: ({ids}) => ids,
};
