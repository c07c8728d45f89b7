import type {Message} from '../message.ts';
import {type Model, openScreen} from '../model.ts';

/** Asks whether to store a value over the one that another person has stored while it was edited here. */
export function askToTakeMine(
	model: Model,
	given: {readonly what: string; readonly mine: string; readonly theirs: string; readonly confirm: Message},
): Model {
	const {what, mine, theirs, confirm} = given;
	return openScreen(model, {
		name: 'confirm',
		question: `Another person has changed ${what}. Take yours?`,
		details: [`Yours: ${mine || 'empty'}`, `Theirs: ${theirs || 'empty'}`],
		action: 'Take mine',
		confirm,
	});
}
