import {keyName} from '../../app/keymap/keymap.ts';
import type {Model, Notice} from '../../app/model.ts';
import {countedUnderCursor, profileUnderCursor} from '../../app/screens/profiles/open-profile-cell.ts';
import type {ProfilesState} from '../../app/screens/profiles/profiles-state.ts';
import {profilesTable} from '../../app/screens/profiles/profiles-table.ts';
import {formatFinding} from '../../domain/problem.ts';
import type {Profile} from '../../domain/profile.ts';
import {judgeProfileValue} from '../../domain/profiles/judge-profile.ts';
import {type ProfileField, profileFields, showProfileValue} from '../../domain/profiles/profile-fields.ts';
import {signs} from '../theme.ts';

/** What the lines under the profiles say: what is wrong, or the whole value under the cursor and what it is for. */
export function describeProfileCell(state: ProfilesState, model: Model): Notice {
	const {editor} = state;
	const {profile, field = profileFields.find(({key}) => key === editor?.key)} =
		profileUnderCursor(state, model) ?? {};
	if (editor?.problem !== undefined)
		return {tone: 'bad', text: `${editor.problem.column}: ${formatFinding(editor.problem)}`};
	if (profile === undefined) return {tone: 'plain', text: ''};
	if (field === undefined) return {tone: 'plain', text: describeUsers(state, model, profile)};
	if (editor !== undefined) return {tone: 'plain', text: `${field.label}: ${helpOf(field)}`};
	const others = model.sheet.profiles.filter((one) => one !== profile);
	const problem = judgeProfileValue(profile, field, others);
	const wrong = problem === undefined ? '' : `  ${signs.problem} ${formatFinding(problem)}`;
	const value = showProfileValue(field, profile) || `empty (${helpOf(field)})`;
	return {tone: 'plain', text: `${field.label}: ${value}${wrong}`};
}

function helpOf(field: ProfileField): string {
	return field.kind === 'name' ? 'what users have as their Profile' : field.help;
}

/** How many users there are, and that they can be shown. */
function describeUsers(state: ProfilesState, model: Model, profile: Profile): string {
	const counted = countedUnderCursor(state, model);
	const users = counted.read(profile, profilesTable(state, model).context);
	if (users === undefined) return '';
	const show = `  ${keyName(model, 'cell.edit')} shows ${users === 1 ? 'this user' : 'them'} in the grid.`;
	return `${counted.tell(users)}${users === 0 ? '' : show}`;
}
