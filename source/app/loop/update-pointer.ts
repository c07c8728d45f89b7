import type {Key} from '../key.ts';
import type {Model} from '../model.ts';
import type {App} from '../screens/screen-kind.ts';
import {focusedTable} from '../screens/screen-table.ts';
import type {Step} from '../step.ts';
import type {PointedAt, PointerMessage} from '../terminal-message.ts';
import {currentCommands, findCommand} from './command-table.ts';
import {contextsOf} from './contexts.ts';
import {clearNotice, runCommand} from './press-key.ts';

/** Rows that one step of the wheel moves. */
const wheelRows = 3;
/** Milliseconds between the two presses of a double click. */
const doubleClick = 500;

/** What the mouse did: in any list that takes keys, and on the keys of the last line. Pressing another button does nothing. */
export function updatePointer(
	model: Model,
	message: PointerMessage,
	app: App,
	press: (model: Model, key: Key) => Step,
): Step {
	if (!model.mouse) return [model, []];
	if (message.type === 'pointer/wheel') return turnWheel(model, message.direction, press);
	const {type, on, button, shift, at} = message;
	if (button !== 'left' || type === 'pointer/release') return [model, []];
	if (type === 'pointer/drag') return dragTo(model, on, app);
	const {pressedCell, ...rest} = model;
	switch (on?.part) {
		case undefined:
			return [rest, []];
		case 'key':
			return runCommand(rest, findCommand(on.command), app);
		case 'header':
			return sortBy(rest, on.column, app);
		case 'cell': {
			const isAgain = pressedCell?.row === on.row && pressedCell.column === on.column;
			return isAgain && at - pressedCell.at <= doubleClick && !shift
				? openRow(rest, app)
				: pressCell(rest, {...on, at}, shift, app);
		}
	}
}

/** The wheel is the arrow keys of the list that is open. Where text is typed beside no list, an arrow would end the typing. */
function turnWheel(model: Model, direction: string, press: (model: Model, key: Key) => Step): Step {
	const open = contextsOf(model);
	if (open.includes('text') && !open.includes('table')) return [model, []];
	let step: Step = [model, []];
	for (let row = 0; row < wheelRows; row += 1) {
		const [next, effects] = press(step[0], {chord: direction});
		step = [next, [...step[1], ...effects]];
	}
	return step;
}

function pressCell(
	before: Model,
	{row, column, at}: NonNullable<Model['pressedCell']>,
	isExtending: boolean,
	app: App,
): Step {
	const [model, effects] = leaveFilter(clearNotice(before), app);
	if (!contextsOf(model).includes('table')) return [before, []];
	const [next, more] = app.update(model, {type: 'table/point-at', row, column, extends: isExtending});
	return [{...next, pressedCell: {row, column, at}}, [...effects, ...more]];
}

/** From the cell where the button was pressed, in whatever direction. */
function dragTo(model: Model, on: PointedAt | undefined, app: App): Step {
	const {pressedCell} = model;
	const state = focusedTable(model)?.state;
	if (on?.part !== 'cell' || pressedCell === undefined || state === undefined) return [model, []];
	const isThere = pressedCell.row === on.row && pressedCell.column === on.column;
	if (isThere && state.anchor === undefined) return [model, []];
	// What was dragged is no half of a double click.
	const dragged = {...model, pressedCell: {...pressedCell, at: Number.NEGATIVE_INFINITY}};
	return app.update(dragged, {type: 'table/point-at', row: on.row, column: on.column, extends: true});
}

function sortBy(before: Model, column: string, app: App): Step {
	const [model, effects] = leaveFilter(clearNotice(before), app);
	const table = focusedTable(model);
	const row = table?.state.rows[table.state.cursor.row];
	if (row === undefined || !contextsOf(model).includes('table')) return [model, effects];
	const [pointed, more] = app.update(model, {type: 'table/point-at', row, column});
	const [sorted, last] = runCommand(pointed, findCommand('table.sort'), app);
	return [sorted, [...effects, ...more, ...last]];
}

function openRow(model: Model, app: App): Step {
	const command = currentCommands(model).find(({opensRow}) => opensRow === true);
	return command === undefined ? [model, []] : runCommand(model, command, app);
}

/** Who goes to the rows with the mouse while the filter is typed keeps the filter. */
function leaveFilter(model: Model, app: App): Step {
	return focusedTable(model)?.state.filterEditor === undefined
		? [model, []]
		: app.update(model, {type: 'table/close-filter', keep: true});
}
