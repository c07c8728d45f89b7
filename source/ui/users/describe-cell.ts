import type {Model, Notice} from '../../app/model.ts';
import {timeZoneOf} from '../../app/screens/users/user-panel.ts';
import {cursorField, cursorUser} from '../../app/screens/users/users-state.ts';
import {checkCell} from '../../domain/check-in-sheet.ts';
import {effectiveHost} from '../../domain/effective-host.ts';
import {fieldHelp, isMasked, maskValue, type ScreenField} from '../../domain/field.ts';
import {describeState} from '../../domain/life-cycle/describe-state.ts';
import {describeOrigin, originTable} from '../../domain/origin.ts';
import {formatFinding} from '../../domain/problem.ts';
import {findProfile} from '../../domain/profile.ts';
import type {Sheet} from '../../domain/sheet.ts';
import {cellValue, isReadOnly, type User} from '../../domain/user.ts';
import {signs} from '../theme.ts';

/** What the line under the grid says: what is wrong, or the whole value under the cursor. */
export function describeCell(model: Model): Notice {
	const {grid, sheet} = model;
	const {editor} = grid;
	const user = cursorUser(grid, sheet);
	const field = cursorField(grid);
	if (editor?.problem !== undefined)
		return {tone: 'bad', text: `${field.header}: ${formatFinding(editor.problem)}`};
	if (editor !== undefined && field.role !== 'state')
		return {tone: 'plain', text: `${field.header}: ${fieldHelp(field)}`};
	if (user === undefined) return {tone: 'plain', text: ''};
	if (field.key === 'selfDeploy') return {tone: 'plain', text: describeOrigin(user.origin)};
	if (field.role === 'state') return {tone: 'plain', text: describeState(user, sheet, timeZoneOf(model))};
	const value = cellValue(user, field, sheet.profiles);
	const isHidden = isMasked(field) && !(model.revealed && field.role === 'stored' && field.kind === 'pin');
	const shown = value === '' ? describeEmpty(user, field, sheet) : isHidden ? maskValue(value) : value;
	if (field.role === 'id') return {tone: 'plain', text: `ID: ${user.id}, ${describeOrigin(user.origin)}`};
	const locked = isReadOnly(field, user.origin)
		? `  (read-only: ${field.role === 'derived' ? 'comes from the profile' : originTable[user.origin].label})`
		: '';
	const problems = field.role === 'stored' ? checkCell(user, field, sheet) : [];
	const wrong = problems.map((problem) => `  ${signs.problem} ${formatFinding(problem)}`).join('');
	return {tone: 'plain', text: `${field.header}: ${shown}${locked}${wrong}`};
}

/** An empty host is that of the profile. */
function describeEmpty(user: User, {key}: ScreenField, {profiles}: Sheet): string {
	const host = key === 'serviceHost' ? effectiveHost(user, findProfile(profiles, user.profile)) : '';
	return host === '' ? 'empty' : `empty, so that of the profile: ${host}`;
}
