import {closeScreen, replaceScreen} from '../../model.ts';
import {askAgain} from '../../saving/queue/queue.ts';
import type {KindOf} from '../screen-kind.ts';
import {choiceCommands} from './choice-commands.ts';
import {choiceTable} from './choice-table.ts';
import {findTyped} from './find-choice.ts';
import {updateChoice} from './update-choice.ts';

/** A short list to choose one thing from. */
export const choiceScreen: KindOf<'choice'> = {
	layer: 'panel',
	contexts: {choice: {title: 'In a list', types: true}},
	commands: choiceCommands,
	contextsOf({find}) {
		if (find === undefined) return ['choice', 'table'];
		// Space chooses, until it may belong to the name that is being typed.
		return find.text === '' ? ['choice', 'text', 'table'] : ['text', 'choice', 'table'];
	},
	update: updateChoice,
	table: choiceTable,
	editText(model, screen, edit) {
		if (screen.find === undefined) return [model, []];
		return [replaceScreen(model, findTyped(screen, edit(screen.find))), []];
	},
	// Text that was typed for the grid goes there, and the question that came in between comes again afterwards.
	beginTyping(model, {find, table}, typed, app) {
		const cameByItself = find === undefined && table.cursor.row < 0;
		return cameByItself ? app.beginTyping(askAgain(closeScreen(model)), typed) : undefined;
	},
};
