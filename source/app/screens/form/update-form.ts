import {emptyChange} from '../../../domain/change.ts';
import {checkInSheet} from '../../../domain/check-in-sheet.ts';
import {equalityKey} from '../../../domain/compare-text.ts';
import type {FieldKey, UserValues} from '../../../domain/field.ts';
import {storedFields} from '../../../domain/field-lists.ts';
import {count, formatProblem, type Problem} from '../../../domain/problem.ts';
import type {Sheet} from '../../../domain/sheet.ts';
import {fullName, type User} from '../../../domain/user.ts';
import {keyName} from '../../keymap/keymap.ts';
import {closeScreen, type Model, openScreen, replaceScreen, withNotice} from '../../model.ts';
import {makeChange} from '../../saving/make-change.ts';
import type {Step} from '../../step.ts';
import {showRow} from '../../table/show-row.ts';
import {openProfileChoice} from '../choice/find-choice.ts';
import type {FormMessage} from './form-messages.ts';
import {
	type FormState,
	focusField,
	isFormChanged,
	moveFocus,
	openForm,
	setValue,
	userOf,
} from './form-state.ts';

/** Everything that happens in the create-user form. */
export function updateForm(model: Model, message: FormMessage): Step {
	if (message.type === 'form/open') {
		const profile = model.sheet.profiles[0]?.name ?? '';
		return [openScreen(model, openForm(profile)), []];
	}
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
			return [model, [{type: 'pin/make', avoid: [form.values.directoryNumber, form.values.pbxSipUser]}]];
		case 'form/save':
			return save(model, form, message.another, message.sure === true);
		case 'form/press-enter':
			return pressEnter(model, form);
		case 'form/cancel':
			return cancel(model, form);
	}
}

/** A PIN that was generated for the form, in its field. */
export function takePin(model: Model, form: FormState, pin: string): Model {
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
	if (!isFormChanged(form)) return [closeScreen(model), []];
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
	const user = userOf(form, model.sheet);
	const problems = checkInSheet(user, model.sheet);
	if (problems.some(({severity}) => severity === 'error')) return [refuse(model, form, problems), []];
	const twin = sure ? undefined : findTwin(model.sheet, user);
	if (twin !== undefined) return [askAboutTwin(model, twin, another), []];
	const change = {...emptyChange(`Create ${fullName(user)}`), added: [user]};
	const [next, effects] = makeChange(closeScreen(model), change, {from: 'form'});
	const [warning, ...others] = problems;
	const more =
		others.length === 0
			? ''
			: ` ${count(others.length, 'more warning')}: ${keyName(model, 'user.next-problem')} goes through them.`;
	const created = `Created ${fullName(user)}, ID ${user.id}.`;
	const told = withNotice(
		{...next, grid: showRow(next.grid, user.id)},
		warning === undefined ? created : `${created} ${formatProblem(warning)}${more}`,
		warning === undefined ? 'good' : 'plain',
	);
	return [another ? openScreen(told, openForm(user.profile)) : told, effects];
}

function refuse(model: Model, form: FormState, problems: readonly Problem[]): Model {
	const found = new Map<FieldKey, Problem>();
	for (const problem of problems) {
		const field = storedFields.find(({header}) => header === problem.column);
		// Errors come first.
		if (field !== undefined && !found.has(field.key)) found.set(field.key, problem);
	}
	const wrong = [...found].filter(([, {severity}]) => severity === 'error').map(([key]) => key);
	const [first] = wrong;
	const text = `Not saved yet: ${count(wrong.length, 'field needs', 'fields need')} a look.`;
	const checked = {...form, problems: found};
	const told = withNotice(model, text, 'bad');
	return replaceScreen(told, first === undefined ? checked : focusField(checked, first));
}

/** Somebody with the same e-mail address and last name: people who are created twice are the commonest complaint. */
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
	const title = 'Profile of the new user';
	const choose = (value: string) => ({type: 'form/set-value', key: 'profile', value}) as const;
	return openProfileChoice(model, {title, current: form.values.profile, choose}, typed);
}
