import {changedFields, emptyChange, updateChange} from '../../../domain/change.ts';
import {checkChanged, checkInSheet} from '../../../domain/check-in-sheet.ts';
import {equalityKey} from '../../../domain/compare-text.ts';
import {findConsequences} from '../../../domain/consequences.ts';
import type {UserValues} from '../../../domain/field.ts';
import {ownNumbers} from '../../../domain/pin.ts';
import {planHandOver} from '../../../domain/plan-hand-over.ts';
import {count, formatBeside, formatProblem, type Problem} from '../../../domain/problem.ts';
import {findUser, type Sheet} from '../../../domain/sheet.ts';
import {fullName, type User} from '../../../domain/user.ts';
import {keyName} from '../../keymap/keymap.ts';
import {closeScreen, type Model, openScreen, replaceScreen, withNotice} from '../../model.ts';
import {userGone} from '../../saving/describe-conflicts.ts';
import {makeChange} from '../../saving/make-change.ts';
import type {Step} from '../../step.ts';
import {showRow} from '../../table/show-row.ts';
import {openProfileChoice} from '../choice/find-choice.ts';
import type {FormMessage} from './form-messages.ts';
import {
	changedKeys,
	type FormState,
	firstOfEach,
	focusField,
	moveFocus,
	openForm,
	openUserForm,
	setValue,
	userOf,
} from './form-state.ts';
import {askForHandOver, openHandOver} from './hand-over.ts';

/** Everything that happens in the form of a user. */
export function updateForm(model: Model, message: FormMessage): Step {
	if (message.type === 'form/open') return [open(model, message), []];
	if (message.type === 'form/ask-hand-over') return [askForHandOver(model, message.id), []];
	if (message.type === 'form/open-hand-over') return [openHandOver(model, message.id, message.way), []];
	const form = model.screens.at(-1);
	if (form?.name !== 'form') return [model, []];
	const {sheet} = model;
	switch (message.type) {
		case 'form/move-focus':
			return [replaceScreen(model, moveFocus(form, message.by, sheet)), []];
		case 'form/choose-profile':
			return [openFormProfiles(model, form, message.typed), []];
		case 'form/set-value':
			return [replaceScreen(model, setValue(form, message.key, message.value, sheet)), []];
		case 'form/generate-pin':
			return [model, [{type: 'pin/make', avoid: ownNumbers(userOf(form, sheet))}]];
		case 'form/take-pin':
			return [takePin(model, form, message.pin), []];
		case 'form/save':
			return save(model, form, message.another, message.sure === true);
		case 'form/press-enter':
			return pressEnter(model, form);
		case 'form/cancel':
			return cancel(model, form);
	}
}

function open(model: Model, {id, key}: Extract<FormMessage, {type: 'form/open'}>): Model {
	const {sheet} = model;
	if (id === undefined) return openScreen(model, openForm(sheet.profiles[0]?.name ?? ''));
	const user = findUser(sheet, id);
	if (user === undefined) return withNotice(model, userGone, 'bad');
	const form = openUserForm(user, sheet, model.save.state === 'read-only');
	return openScreen(model, key === undefined ? form : focusField(form, key));
}

/** A PIN that was generated for the form, in its field. */
function takePin(model: Model, form: FormState, pin: string): Model {
	const filled = setValue(form, 'deploymentPin', pin, model.sheet);
	const told = withNotice(
		model,
		model.revealed
			? 'A PIN was generated.'
			: `A PIN was generated. ${keyName(model, 'pin.reveal')} shows it.`,
		'good',
	);
	return replaceScreen(told, focusField(filled, 'deploymentPin'));
}

function pressEnter(model: Model, form: FormState): Step {
	const {focus} = form;
	if (focus.kind === 'profile') return [openFormProfiles(model, form), []];
	if (focus.kind === 'text') {
		return [replaceScreen(model, moveFocus(form, 1, model.sheet)), []];
	}
	return focus.button === 'cancel'
		? cancel(model, form)
		: save(model, form, focus.button === 'save-another', false);
}

function cancel(model: Model, form: FormState): Step {
	if (changedKeys(form).length === 0) return [closeScreen(model), []];
	const question = {
		name: 'confirm',
		question: 'Leave the form? What was typed is lost.',
		details: [],
		action: 'Leave the form',
		confirm: {type: 'screen/close'},
	} as const;
	return [openScreen(model, question), []];
}

function save(model: Model, form: FormState, another: boolean, sure: boolean): Step {
	if (form.edited !== undefined) return saveEdited(model, form, form.edited);
	const user = userOf(form, model.sheet);
	const {change, problems} = planNew(form, user, model.sheet);
	if (problems.some(({severity}) => severity === 'error')) return [refuse(model, form, problems), []];
	const twin = sure || form.handOver !== undefined ? undefined : findTwin(model.sheet, user);
	if (twin !== undefined) return [askAboutTwin(model, twin, another), []];
	const [next, effects] = makeChange(closeScreen(model), change, {from: 'form'});
	const [warning, ...others] = problems;
	const more =
		others.length === 0
			? ''
			: ` ${count(others.length, 'more warning')}: ${keyName(model, 'user.next-problem')} goes through them.`;
	const created = `${form.handOver === undefined ? '' : `${change.label}: done. `}Created ${fullName(user)}, ID ${user.id}.`;
	const told = withNotice(
		{...next, grid: showRow(next.grid, user.id)},
		warning === undefined ? created : `${created} ${formatProblem(warning)}${more}`,
		warning === undefined ? 'good' : 'plain',
	);
	return [another ? openScreen(told, openForm(user.profile)) : told, effects];
}

/** What saving a new user does, and what is wrong with it. */
function planNew({handOver}: FormState, user: User, sheet: Sheet): ReturnType<typeof planHandOver> {
	if (handOver !== undefined) return planHandOver(handOver.from, user, handOver.way, sheet);
	const change = {...emptyChange(`Create ${fullName(user)}`), added: [user]};
	return {change, problems: checkInSheet(user, sheet)};
}

/**
 * Only what was typed is judged and written: an older error elsewhere does not keep a PIN from being set. Where others have
 * changed the same meanwhile, the person is asked as for a cell.
 */
function saveEdited(model: Model, form: FormState, edited: User): Step {
	const {sheet} = model;
	const now = findUser(sheet, edited.id);
	if (now === undefined) return [withNotice(model, userGone, 'bad'), []];
	const wanted = userOf(form, sheet);
	const keys = changedFields(now, wanted);
	const problems = checkChanged(now, wanted, sheet);
	if (problems.some(({severity}) => severity === 'error')) return [refuse(model, form, problems), []];
	const disputed = keys.filter((key) => now[key] !== edited[key]);
	const after = {...wanted, ...Object.fromEntries(disputed.map((key) => [key, now[key]]))};
	const name = fullName(now) || fullName(after);
	const change = updateChange(`Edit ${name}`, now, after);
	const [next, effects] = makeChange(closeScreen(model), change, {from: 'cells'});
	const asked = disputed.map(
		(key) => ({id: now.id, key, value: wanted[key], from: 'cells', change, isAsked: false}) as const,
	);
	const amount = keys.length - disputed.length;
	const saved = amount === 0 ? 'Nothing was changed.' : `Changed ${count(amount, 'value')} of ${name}.`;
	const said = [...problems, ...findConsequences(now, after)].map((problem) => formatBeside(problem));
	const told = withNotice(next, [saved, ...said].join(' '), said.length === 0 ? 'good' : 'plain');
	return [{...told, refused: [...told.refused, ...asked]}, effects];
}

function refuse(model: Model, form: FormState, problems: readonly Problem[]): Model {
	const found = firstOfEach(problems);
	const wrong = [...found].filter(([, {severity}]) => severity === 'error').map(([key]) => key);
	const [first] = wrong;
	const text = `Not saved yet: ${count(wrong.length, 'field needs', 'fields need')} a look.`;
	const checked = {...form, problems: new Map([...form.problems, ...found])};
	const told = withNotice(model, text, 'bad');
	return replaceScreen(told, first === undefined ? checked : focusField(checked, first));
}

/** A user with the same e-mail address and last name: people who are created twice are the commonest complaint. */
function findTwin(sheet: Sheet, values: UserValues): User | undefined {
	const email = equalityKey(values.email);
	const lastName = equalityKey(values.lastName);
	return sheet.users.find(
		(user) => equalityKey(user.email) === email && equalityKey(user.lastName) === lastName,
	);
}

function askAboutTwin(model: Model, twin: User, another: boolean): Model {
	return openScreen(model, {
		name: 'confirm',
		question: `${fullName(twin)} with this e-mail address is in the sheet already, as ID ${twin.id}. Create a second one?`,
		details: [],
		action: 'Create a second one',
		confirm: {type: 'form/save', another, sure: true},
	});
}

function openFormProfiles(model: Model, form: FormState, typed?: string): Model {
	const title = `Profile of ${form.edited === undefined ? 'the new user' : fullName(form.edited)}`;
	const choose = (value: string) => ({type: 'form/set-value', key: 'profile', value}) as const;
	return openProfileChoice(model, {title, current: form.values.profile, choose}, typed);
}
