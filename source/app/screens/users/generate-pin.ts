import {ownNumbers} from '../../../domain/pin.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, withNotice} from '../../model.ts';
import type {Step} from '../../step.ts';
import {textField} from '../../text-field-state.ts';
import {setCell} from './edit-cell.ts';
import {cursorField, cursorUser} from './users-state.ts';

/** Asks for a PIN for the user under the cursor, which must not give away a number of theirs (rules.md 3.19). */
export function generateCellPin(model: Model): Step {
	const user = cursorUser(model.grid, model.sheet);
	const effects =
		user === undefined ? [] : [{type: 'pin/make', avoid: ownNumbers(user), id: user.id} as const];
	return [model, effects];
}

/** The PIN in its cell: stored at once, or in the line that is typed where the cell is open. */
export function takeCellPin(model: Model, {id, pin}: {readonly id: number; readonly pin: string}): Step {
	const {editor} = model.grid;
	if (editor?.id === id && editor.key === 'deploymentPin') {
		const {problem: _, ...open} = editor;
		return [{...model, grid: {...model.grid, editor: {...open, field: textField(pin)}}}, []];
	}
	const shows = model.revealed ? '' : ` ${keyName(model, 'pin.reveal')} shows it.`;
	return setCell(withNotice(model, `A PIN was generated.${shows}`, 'good'), id, 'deploymentPin', pin);
}

/** Why no PIN can be generated here. */
export function refuseOtherCell({grid}: Model): string | undefined {
	return cursorField(grid).key === 'deploymentPin' ? undefined : 'That is for a cell of the Deployment PIN.';
}
