import type {Model, Notice} from '../../app/model.ts';
import {cursorField, cursorUser} from '../../app/screens/users/users-state.ts';
import {checkCell} from '../../domain/check-in-sheet.ts';
import {fieldHelp, isMasked, maskValue} from '../../domain/field.ts';
import {describeOrigin, originTable} from '../../domain/origin.ts';
import {formatFinding} from '../../domain/problem.ts';
import {cellValue, isReadOnly} from '../../domain/user.ts';
import {signs} from '../theme.ts';

/** What the line under the grid says: what is wrong, or the whole value under the cursor. */
export function describeCell(model: Model): Notice {
	const {grid, sheet} = model;
	const {editor} = grid;
	const user = cursorUser(grid, sheet);
	const field = cursorField(grid);
	if (editor?.problem !== undefined)
		return {tone: 'bad', text: `${field.header}: ${formatFinding(editor.problem)}`};
	if (editor !== undefined) return {tone: 'plain', text: `${field.header}: ${fieldHelp(field)}`};
	if (user === undefined) return {tone: 'plain', text: ''};
	const value = cellValue(user, field, sheet.profiles);
	const isHidden = isMasked(field) && !(model.revealed && field.role === 'stored' && field.kind === 'pin');
	const shown = value === '' ? 'empty' : isHidden ? maskValue(value) : value;
	if (field.role === 'id') return {tone: 'plain', text: `ID: ${user.id}, ${describeOrigin(user.origin)}`};
	const locked = isReadOnly(field, user.origin)
		? `  (read-only: ${field.role === 'derived' ? 'comes from the profile' : originTable[user.origin].label})`
		: '';
	const problems = field.role === 'stored' ? checkCell(user, field, sheet) : [];
	const wrong = problems.map((problem) => `  ${signs.problem} ${formatFinding(problem)}`).join('');
	return {tone: 'plain', text: `${field.header}: ${shown}${locked}${wrong}`};
}
