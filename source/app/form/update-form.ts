import {emptyChange} from '../../domain/change.ts';
import {equalityKey} from '../../domain/compare-text.ts';
import {fields} from '../../domain/field-table.ts';
import {type Finding, formatProblem} from '../../domain/problem.ts';
import {type Sheet, surroundingsOf} from '../../domain/sheet.ts';
import {checkUser, fullName, type User, type UserValues} from '../../domain/user.ts';
import {findableChoice, listProfiles} from '../dialogs/find-choice.ts';
import {showUser} from '../grid/show-user.ts';
import {makeChange, type Step} from '../make-change.ts';
import type {FormMessage} from '../message.ts';
import {closeScreen, type Model, openScreen, replaceScreen, withNotice} from '../model.ts';
import {
	checkFocused,
	type FormState,
	focusField,
	isFormChanged,
	moveFocus,
	openForm,
	setValue,
	trimmedValues,
} from './form-state.ts';

/** Everything that happens in the create-user form. */
export function updateForm(model: Model, message: FormMessage): Step {
	if (message.type === 'form/open') {
		const profile = model.sheet.profiles[0]?.name ?? '';
		return [openScreen(model, openForm(profile)), []];
	}
	const form = model.screens.at(-1);
	if (form?.name !== 'form') return [model, []];
	const surroundings = surroundingsOf(model.sheet);
	switch (message.type) {
		case 'form/move-focus':
			return [replaceScreen(model, moveFocus(form, message.by, surroundings)), []];
		case 'form/choose-profile':
			return [openProfileChoice(model, form, message.typed), []];
		case 'form/set-value':
			return [replaceScreen(model, setValue(form, message.key, message.value, surroundings)), []];
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
	const filled = setValue(form, 'deploymentPin', pin, surroundingsOf(model.sheet));
	const told = withNotice(
		model,
		model.revealed ? 'A PIN was generated.' : 'A PIN was generated. Ctrl+R shows it.',
		'good',
	);
	return replaceScreen(told, focusField(filled, 'deploymentPin'));
}

function pressEnter(model: Model, form: FormState): Step {
	const {focus} = form;
	if (focus.kind === 'profile') return [openProfileChoice(model, form), []];
	if (focus.kind === 'text') {
		return [replaceScreen(model, moveFocus(form, 1, surroundingsOf(model.sheet))), []];
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
	const values = trimmedValues(form);
	const problems = checkUser(values, surroundingsOf(model.sheet));
	const errors = problems.filter((problem) => problem.severity === 'error');
	if (errors.length > 0) return [refuse(model, form, errors), []];
	const twin = sure ? undefined : findTwin(model.sheet, values);
	if (twin !== undefined) return [askAboutTwin(model, twin, another), []];
	const user: User = {...values, id: model.sheet.nextId, origin: 'manual'};
	const warning = problems[0];
	const change = {...emptyChange(`Create ${fullName(user)}`), added: [user]};
	const [next, effects] = makeChange(closeScreen(model), change, {origination: {from: 'form'}});
	const created = `Created ${fullName(user)}, ID ${user.id}.`;
	const told = withNotice(
		{...next, grid: showUser(next.grid, next.size, user.id)},
		warning === undefined ? created : `${created} ${formatProblem(warning)}`,
		warning === undefined ? 'good' : 'plain',
	);
	return [another ? openScreen(told, openForm(values.profile)) : told, effects];
}

function refuse(
	model: Model,
	form: FormState,
	errors: readonly (Finding & {readonly column?: string})[],
): Model {
	const found = new Map(
		errors.flatMap((problem) => {
			const field = fields.find((candidate) => candidate.header === problem.column);
			return field?.role === 'stored' ? [[field.key, problem] as const] : [];
		}),
	);
	const first = [...found.keys()][0];
	const checked = {...checkFocused(form, surroundingsOf(model.sheet)), problems: found};
	const told = withNotice(
		model,
		`Not saved yet: ${found.size} ${found.size === 1 ? 'field needs' : 'fields need'} a look.`,
		'bad',
	);
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

function openProfileChoice(model: Model, form: FormState, typed = ''): Model {
	const {profiles} = model.sheet;
	const choice = {
		title: 'Profile of the new user',
		items: listProfiles(profiles, (value) => ({type: 'form/set-value', key: 'profile', value})),
		index: profiles.findIndex(({name}) => name === form.values.profile),
	};
	return openScreen(model, findableChoice(choice, typed));
}
