import {showValue} from '../../domain/field.ts';
import {storedField} from '../../domain/field-lists.ts';
import {count} from '../../domain/problem.ts';
import {findUser, type Sheet} from '../../domain/sheet.ts';
import {fullName} from '../../domain/user.ts';
import {type Model, openScreen} from '../model.ts';
import {choiceOf} from '../screens/choice/choice-state.ts';
import {findableChoice} from '../screens/choice/find-choice.ts';
import type {CellPlace, SetCell} from './queue/cells.ts';
import {rivalOf} from './queue/note-rivals.ts';

/** The value that others have given a cell; undefined where the user is gone. */
export function valueOfTheirs(sheet: Sheet, {id, key}: CellPlace): string | undefined {
	return findUser(sheet, id)?.[key];
}

/**
 * Others have changed a value while it was edited here, or on its way to the store: both are shown, and the person chooses.
 *
 * @param next what is asked about after it, one value at a time
 * @param index which of the two is chosen already: 0, or -1 for none
 */
export function askWhoseValue(
	model: Model,
	{id, key, value}: SetCell,
	next: readonly SetCell[] = [],
	index: 0 | -1 = -1,
): Model {
	const {sheet} = model;
	const user = findUser(sheet, id);
	if (user === undefined) return model;
	const field = storedField(key);
	const label = (whose: string, one: string) => ({
		label: `${whose}: ${showValue(field, one) || 'empty'}`,
		...(field.kind === 'pin' && one !== '' ? {revealed: `${whose}: ${one}`} : {}),
	});
	const keep = {type: 'refused/keep-values', cells: [{id, key, value}], seen: sheet, next} as const;
	const ask = index === 0 ? findableChoice : choiceOf;
	return openScreen(
		model,
		ask({
			title: `${field.header} of ${fullName(user)}: changed by another person`,
			items: [
				{...label('Yours', value), detail: 'not saved yet', choose: {...keep, whose: 'mine'}},
				{
					...label('Theirs', user[key]),
					detail: rivalOf(model, {id, key}) ?? '',
					choose: {...keep, whose: 'theirs'},
				},
			],
			index,
		}),
	);
}

/** The same for several values at once. They can be looked at one by one. */
export function askWhoseValues(model: Model, cells: readonly SetCell[]): Model {
	const rivals = [...new Set(cells.map((cell) => rivalOf(model, cell)))];
	const [rival] = rivals.length === 1 ? rivals : [count(rivals.length, 'change')];
	const keep = {type: 'refused/keep-values', cells, seen: model.sheet, next: []} as const;
	return openScreen(
		model,
		choiceOf({
			title: `${count(cells.length, 'of your values', 'of your values')}: changed by another person`,
			items: [
				{label: 'Yours for all', detail: 'not saved yet', choose: {...keep, whose: 'mine'}},
				{label: 'Theirs for all', detail: rival ?? '', choose: {...keep, whose: 'theirs'}},
				{
					label: 'One by one',
					detail: 'shows both values of each',
					choose: {type: 'refused/ask-each', cells},
				},
			],
			index: -1,
		}),
	);
}
