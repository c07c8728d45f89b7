import {type Change, emptyChange, updateOf} from '../../domain/change.ts';
import {checkCell} from '../../domain/check-in-sheet.ts';
import {storedField} from '../../domain/field-lists.ts';
import {count} from '../../domain/problem.ts';
import {findUser} from '../../domain/sheet.ts';
import type {User} from '../../domain/user.ts';
import {type Model, withNotice} from '../model.ts';
import {askWhoseValue, valueOfTheirs} from '../saving/ask-whose-value.ts';
import {makeChange} from '../saving/make-change.ts';
import {type CellPlace, cellName, type SetCell} from '../saving/queue/cells.ts';
import type {RefusedMessage} from '../saving/saving-messages.ts';
import {cancelCell, setCell} from '../screens/users/edit-cell.ts';
import type {Step} from '../step.ts';

/** What the person has decided about values that others have changed too. */
export function updateRefused(model: Model, message: RefusedMessage): Step {
	switch (message.type) {
		case 'refused/ask-each':
			return [askEach(model, message.cells), []];
		case 'refused/keep-values': {
			const [kept, effects] = keepValues(model, message);
			return [askEach(kept, message.next), effects];
		}
	}
}

function askEach(model: Model, [first, ...next]: readonly SetCell[]): Model {
	return first === undefined ? model : askWhoseValue(model, first, next);
}

/** Theirs stay, or those of here are stored over them. Where theirs is no longer what the person was shown, the question comes again. */
function keepValues(
	model: Model,
	{whose, cells, seen}: Extract<RefusedMessage, {type: 'refused/keep-values'}>,
): Step {
	const names = new Set(cells.map(cellName));
	const isAbout = (cell: CellPlace): boolean => names.has(cellName(cell));
	// Where it was asked about an open cell, that has its answer.
	const closed = cancelCell(model);
	const rest = model.refused.filter((one) => one.from === 'import' || !isAbout(one));
	if (whose === 'theirs') return [{...closed, refused: rest}, []];
	const isNew = (cell: SetCell) => valueOfTheirs(model.sheet, cell) !== valueOfTheirs(seen, cell);
	const again = cells
		.filter(isNew)
		.map((cell) => ({...cell, from: 'cells', change: emptyChange(''), isAsked: false}) as const);
	return setCells(
		{...closed, refused: [...rest, ...again]},
		cells.filter((cell) => !isNew(cell)),
	);
}

/** Sets values that were checked when they were set first; those that break a rule of today are told and left. */
function setCells(model: Model, cells: readonly SetCell[]): Step {
	const [first] = cells;
	if (first === undefined) return [model, []];
	if (cells.length === 1) return setCell(model, first.id, first.key, first.value);
	const pairs = new Map<number, readonly [User, User]>();
	let left = 0;
	for (const {id, key, value} of cells) {
		const [before, now] = pairs.get(id) ?? [findUser(model.sheet, id), findUser(model.sheet, id)];
		if (before === undefined || now === undefined) continue;
		const after = {...now, [key]: value};
		if (checkCell(after, storedField(key), model.sheet).some(({severity}) => severity === 'error')) left += 1;
		else pairs.set(id, [before, after]);
	}
	const change: Change = {
		...emptyChange(`Edit ${count(cells.length - left, 'cell')}`),
		updated: [...pairs.values()].map(([before, after]) => updateOf(before, after)),
	};
	const told = `${count(left, 'value breaks', 'values break')} a rule now, and theirs was left.`;
	return makeChange(left === 0 ? model : withNotice(model, told, 'bad'), change, {from: 'cells'});
}
