import {findByBeginning} from '../../../domain/compare-text.ts';
import {quote} from '../../../domain/problem.ts';
import {nearestNamed} from '../../../domain/profile.ts';
import {keyName} from '../../keymap/keymap.ts';
import type {Message} from '../../message.ts';
import {type Model, openScreen} from '../../model.ts';
import {type TextFieldState, textField} from '../../text-field-state.ts';
import type {ChoiceState} from './choice-state.ts';

/** A list in which typing finds an item by the beginning of its label; what was typed already is looked for at once. */
export function findableChoice(choice: Omit<ChoiceState, 'name' | 'find'>, typed = ''): ChoiceState {
	return findTyped({...choice, name: 'choice', find: textField('')}, textField(typed));
}

/** Asks for one of the profiles, of which one is there already. */
export function openProfileChoice(
	model: Model,
	{
		current,
		choose,
		...choice
	}: Pick<ChoiceState, 'title' | 'aboutUsers'> & {
		readonly current: string | undefined;
		readonly choose: (name: string) => Message;
	},
	typed = '',
): Model {
	const {profiles} = model.sheet;
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
	const isSame = find.text.trim() === choice.find?.text.trim();
	const labels = choice.items.map(({label}) => label);
	return {...choice, find, index: isSame ? choice.index : findByBeginning(labels, find.text)};
}

/** Why nothing is chosen, with the nearest that there is; undefined when something is. */
export function describeMiss(model: Model, {items, index, find}: ChoiceState): string | undefined {
	if (index >= 0) return undefined;
	const typed = find?.text.trim() ?? '';
	if (typed === '')
		return `Choose one with ${keyName(model, 'choice.up')} or ${keyName(model, 'choice.down')}.`;
	const nearest = nearestNamed(
		items.map(({label}) => ({name: label})),
		typed,
	);
	const hint = nearest === undefined ? '' : ` Did you mean ${quote(nearest.name)}?`;
	return `None begins with ${quote(typed)}.${hint}`;
}
