import {closeScreen, openScreen, replaceScreen} from '../../model.ts';
import type {KindOf} from '../screen-kind.ts';
import {keysCommands} from './keys-commands.ts';

/** Keys that are kept to be seen. */
const most = 8;

/** Shows what pressed keys send: for who wonders why a key does nothing in this terminal. */
export const keysScreen: KindOf<'keys'> = {
	layer: 'panel',
	contexts: {keys: {title: 'While keys show what they send'}},
	commands: keysCommands,
	contextsOf: () => ['keys'],
	update(model, message) {
		const screen = model.screens.at(-1);
		if (message.type === 'keys/open') return [openScreen(model, {name: 'keys', keys: []}), []];
		if (screen?.name !== 'keys') return [model, []];
		if (message.type === 'keys/close') {
			// Alt and a letter begin with Esc, too: only the same key twice closes it.
			const [before, last] = screen.keys.slice(-2);
			return [before?.sent === last?.sent ? closeScreen(model) : model, []];
		}
		const keys = [...screen.keys, message.key].slice(-most);
		return [replaceScreen(model, {...screen, keys}), []];
	},
	beginTyping: (model) => [model, []],
};
