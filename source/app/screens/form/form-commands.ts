import {type Command, firstReason, refuseReadOnly} from '../../commands/command.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, topScreen} from '../../model.ts';

/** What can be done in the form of a user. */
export const formCommands: readonly Command[] = [
	{
		when: ['form'],
		basic: true,
		id: 'form.next',
		title: 'To the next field',
		run: () => ({type: 'form/move-focus', by: 1}),
	},
	{
		when: ['form'],
		basic: true,
		id: 'form.previous',
		title: 'To the field before',
		run: () => ({type: 'form/move-focus', by: -1}),
	},
	{
		when: ['form'],
		id: 'form.enter',
		title: 'Next field; on the profile: choose it; on a button: press it',
		short: 'Next',
		run: () => ({type: 'form/press-enter'}),
	},
	{
		when: ['form'],
		id: 'form.save',
		title: 'Save the user',
		short: 'Save',
		disabledReason: refuseReadOnly,
		run: () => ({type: 'form/save', another: false}),
	},
	{
		when: ['form'],
		id: 'form.save-another',
		title: 'Save the user and add another',
		short: 'Save, add another',
		disabledReason: firstReason(refuseReadOnly, refuseEdited),
		run: () => ({type: 'form/save', another: true}),
	},
	{
		when: ['form'],
		id: 'form.generate-pin',
		title: 'Generate a deployment PIN',
		short: 'Generate PIN',
		disabledReason: refuseReadOnly,
		run: () => ({type: 'form/generate-pin'}),
	},
	{
		when: ['form'],
		id: 'form.cancel',
		title: 'Leave the form',
		short: 'Cancel',
		pinned: true,
		run: () => ({type: 'form/cancel'}),
	},
];

function refuseEdited(model: Model): string | undefined {
	const form = topScreen(model);
	if (form?.name !== 'form') return undefined;
	const saves = `${keyName(model, 'form.save')} saves.`;
	if (form.handOver !== undefined) return `A number goes to one user only: ${saves}`;
	return form.edited === undefined ? undefined : `This user is in the sheet already: ${saves}`;
}
