import {findByBeginning} from '../../../domain/compare-text.ts';
import {quote} from '../../../domain/problem.ts';
import {nearestNamed} from '../../../domain/profile.ts';
import {keyName} from '../../keymap/keymap.ts';
import type {Message} from '../../message.ts';
import {type Model, openScreen} from '../../model.ts';
import {type TextFieldState, textField} from '../../text-field-state.ts';
import {type ChoiceState, choiceOf} from './choice-state.ts';

/** A list in which typing finds an item by the beginning of its label; what was typed already is looked for at once. */
export function findableChoice(
	choice: Omit<Parameters<typeof choiceOf>[0], 'find'>,
	typed = '',
): ChoiceState {
	return findTyped({...choiceOf(choice), find: textField('')}, textField(typed));
}

/** Asks for one of the profiles, of which one is there already, or one is left out. */
export function openProfileChoice(
	model: Model,
	{
		current,
		without,
		choose,
		...choice
	}: Pick<ChoiceState, 'title' | 'aboutUsers'> & {
		readonly current: string | undefined;
		readonly without?: string;
		readonly choose: (name: string) => Message;
	},
	typed = '',
): Model {
	const profiles = model.sheet.profiles.filter(({name}) => name !== without);
	const items = profiles.map(({name, mbgSipHost}) => ({
		label: name,
		detail: mbgSipHost,
		choose: choose(name),
	}));
	const index = profiles.findIndex(({name}) => name === current);
	return openScreen(model, findableChoice({...choice, items, index}, typed));
}

/** The list after something else was typed. What nothing begins with chooses nothing: never another one than was meant. */
export function findTyped(choice: ChoiceState, find: TextFieldState): ChoiceState {
	const {table, items} = choice;
	if (find.text.trim() === choice.find?.text.trim()) return {...choice, find};
	const labels = items.map(({label}) => label);
	return {
		...choice,
		find,
		table: {...table, cursor: {...table.cursor, row: findByBeginning(labels, find.text)}},
	};
}

/** Why nothing is chosen, with the nearest that there is; undefined when something is. */
export function describeMiss(model: Model, {items, table, find}: ChoiceState): string | undefined {
	if (table.cursor.row >= 0) return undefined;
	const typed = find?.text.trim() ?? '';
	if (typed === '')
		return `Choose one with ${keyName(model, 'table.up')} or ${keyName(model, 'table.down')}.`;
	const nearest = nearestNamed(
		items.map(({label}) => ({name: label})),
		typed,
	);
	const hint = nearest === undefined ? '' : ` Did you mean ${quote(nearest.name)}?`;
	return `None begins with ${quote(typed)}.${hint}`;
}
