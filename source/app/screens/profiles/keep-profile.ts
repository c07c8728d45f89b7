import {count, formatFinding, type Problem, quote} from '../../../domain/problem.ts';
import {defaultProfile, findProfile, type Profile} from '../../../domain/profile.ts';
import {judgeProfileValue, withProfileText} from '../../../domain/profiles/judge-profile.ts';
import {planProfileAdd, planProfileValues} from '../../../domain/profiles/plan-profiles.ts';
import {describeProfileConsequences} from '../../../domain/profiles/profile-consequences.ts';
import {type ProfileField, profileFields, showProfileValue} from '../../../domain/profiles/profile-fields.ts';
import {countUsersByProfile} from '../../../domain/profiles/profile-users.ts';
import {type Model, openScreen, putScreen, withNotice} from '../../model.ts';
import {askToTakeMine} from '../../saving/ask-to-take-mine.ts';
import {makeChange} from '../../saving/make-change.ts';
import type {Step} from '../../step.ts';
import {showRow} from '../../table/show-row.ts';
import type {EditorMessage} from '../../terminal-message.ts';
import {carryOutJob} from './carry-out.ts';
import {cancelProfileCell} from './open-profile-cell.ts';
import {profileOfRow} from './profile-rows.ts';
import {addedRow, type ProfilesState} from './profiles-state.ts';
import {profilesStateOf} from './profiles-table.ts';

const profileGone = 'Another person has removed this profile.';

/** Keeps what the open cell holds; where it breaks a rule the cell stays open with the reason. */
export function commitProfileCell(model: Model, state: ProfilesState): Step {
	const {editor} = state;
	const field = profileFields.find(({key}) => key === editor?.key);
	if (editor === undefined || field === undefined) return [model, []];
	const closed = cancelProfileCell(model, state);
	const profile = editor.row === addedRow ? nameless : profileOfRow(state, editor.row);
	if (profile === undefined) return [withNotice(closed, profileGone, 'bad'), []];
	const after = withProfileText(profile, field, editor.field.text);
	const problem = judgeError(model, profile, after, field);
	if (problem !== undefined) return [putScreen(model, {...state, editor: {...editor, problem}}), []];
	if (editor.row === addedRow) return addProfile(closed, after);
	return keepProfile(closed, profile, after, field, editor.before);
}

const nameless: Profile = {...defaultProfile, name: ''};

function judgeError(
	{sheet}: Model,
	before: Profile,
	after: Profile,
	field: ProfileField,
): Problem | undefined {
	const others = sheet.profiles.filter((one) => one !== before);
	const problem = judgeProfileValue(after, field, others);
	return problem?.severity === 'error' ? problem : undefined;
}

function addProfile(model: Model, added: Profile): Step {
	const told = withNotice(model, `The profile ${quote(added.name)} was added: fill in its values.`, 'good');
	const [next, effects] = makeChange(told, planProfileAdd(model.sheet, added), {from: 'bulk'});
	const state = profilesStateOf(next);
	const id = state?.ids.at(-1);
	if (state === undefined || id === undefined) return [next, effects];
	return [putScreen(next, {...state, table: showRow(state.table, id)}), effects];
}

/** A new value from a list, or after a question. */
export function setProfileValue(model: Model, name: string, key: keyof Profile, value: string): Step {
	const profile = findProfile(model.sheet.profiles, name);
	const field = profileFields.find((one) => one.key === key);
	if (profile === undefined || field === undefined) return [withNotice(model, profileGone, 'bad'), []];
	return setText(model, profile, field, value, showProfileValue(field, profile));
}

/** What the person's editor has left of a text of several lines. */
export function takeEditedText(model: Model, screen: ProfilesState, message: EditorMessage): Step {
	const {inEditor, ...rest} = screen;
	const closed = putScreen(model, {...rest, inEditor: undefined});
	if (message.type === 'editor/failed') return [withNotice(closed, message.message, 'bad'), []];
	if (!message.isChanged) return [withNotice(closed, 'Nothing was changed in the editor.'), []];
	const profile = profileOfRow(profilesStateOf(closed) ?? screen, inEditor?.row ?? addedRow);
	const field = profileFields.find(({key}) => key === inEditor?.key);
	if (profile === undefined || field === undefined) return [withNotice(closed, profileGone, 'bad'), []];
	const text = new TextDecoder().decode(message.bytes).replaceAll(/\r\n?/g, '\n');
	return setText(closed, profile, field, text, inEditor?.before ?? '');
}

function setText(model: Model, profile: Profile, field: ProfileField, text: string, before: string): Step {
	const after = withProfileText(profile, field, text);
	const problem = judgeError(model, profile, after, field);
	return problem === undefined
		? keepProfile(model, profile, after, field, before)
		: [withNotice(model, `${field.label}: ${formatFinding(problem)}`, 'bad'), []];
}

/**
 * Stores a value that breaks no rule. What others have changed meanwhile is asked about, and so is another name of a profile
 * that users have.
 *
 * @param seen the value when it was opened
 */
function keepProfile(
	model: Model,
	profile: Profile,
	after: Profile,
	field: ProfileField,
	seen: string,
): Step {
	const {key, label} = field;
	const [now, value] = [showProfileValue(field, profile), showProfileValue(field, after)];
	if (value === now) return [model, []];
	if (now !== seen) {
		const confirm = {type: 'profiles/set', name: profile.name, key, value} as const;
		const what = `${label} of ${profile.name}`;
		return [askToTakeMine(model, {what, mine: value, theirs: now, confirm}), []];
	}
	if (key === 'name') return renameProfile(model, profile, after.name);
	return changeProfile(model, profile, after, field);
}

function changeProfile(model: Model, profile: Profile, after: Profile, field: ProfileField): Step {
	const {sheet} = model;
	const others = sheet.profiles.filter((one) => one !== profile);
	const doubt = judgeProfileValue(after, field, others);
	const said = [
		...(doubt === undefined ? [] : [formatFinding(doubt)]),
		...describeProfileConsequences(sheet, profile, after),
	];
	const told = said.length === 0 ? model : withNotice(model, `${field.label}: ${said.join(' ')}`);
	return makeChange(told, planProfileValues(sheet, profile, after, field.label), {from: 'bulk'});
}

/** Another name asks where users have the profile: their cells change, too (rules.md 1.3, 3.20). */
function renameProfile(model: Model, {name: before}: Profile, name: string): Step {
	const users = countUsersByProfile(model.sheet).get(before) ?? 0;
	const job = {verb: 'rename', profile: before, name} as const;
	const state = profilesStateOf(model);
	if (users === 0) return state === undefined ? [model, []] : carryOutJob(model, state, job);
	const question = `Rename the profile ${quote(before)} to ${quote(name)}?`;
	const details = [`${count(users, 'user has', 'users have')} it, and their Profile follows.`];
	return [
		openScreen(model, {
			name: 'confirm',
			question,
			details,
			action: 'Rename it',
			confirm: {type: 'profiles/carry-out', job},
		}),
		[],
	];
}
