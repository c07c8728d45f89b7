import {type Command, firstReason, refuseReadOnly, refuseUnsaved} from '../../commands/command.ts';
import {type Model, topScreen} from '../../model.ts';
import {usersScope} from '../users/users-scope.ts';
import {usersTable} from '../users/users-table.ts';
import {previewHeight} from './deploy-preview.ts';
import {type DeployState, readyRows} from './deploy-state.ts';

const inList = {when: ['deploy']} as const;
const inMessage = {when: ['deployMessage']} as const;

/** Sending users their deployment links. */
export const deployCommands: readonly Command[] = [
	{
		when: ['grid'],
		id: 'deploy.open',
		title: 'Deploy: send their links to the marked users, to the range, or to the user under the cursor',
		aliases: ['deploy', 'send'],
		disabledReason: firstReason(refuseReadOnly, refuseNobody),
		run: () => ({type: 'deploy/open'}),
	},
	{
		...inList,
		id: 'deploy.show',
		opensRow: true,
		title: 'Show the message to this user',
		short: 'Message',
		run: () => ({type: 'deploy/show-message'}),
	},
	{
		...inList,
		id: 'deploy.send',
		title: 'Send the messages, after a question with all counts',
		short: 'Send',
		disabledReason: firstReason(refuseUnsaved, refuseNothing),
		run: () => ({type: 'deploy/ask'}),
	},
	{
		...inList,
		id: 'deploy.again',
		title: 'Also to those who got a message within a day, or perhaps got one; or not',
		short: 'Sent ones too',
		disabledReason: firstReason(refuseDone, refuseNoneSent),
		run: () => ({type: 'deploy/toggle-again'}),
	},
	{
		...inList,
		id: 'deploy.close',
		title: 'Take the filter away, then back to the grid',
		short: 'Back',
		pinned: true,
		run: () => ({type: 'deploy/back'}),
	},
	{
		when: ['deploySending'],
		id: 'deploy.cancel',
		title: 'Send no further message after this one',
		short: 'Stop',
		pinned: true,
		run: () => ({type: 'deploy/stop'}),
	},
	{
		...inMessage,
		id: 'deploy.next-user',
		title: 'The message to the next user',
		short: 'Next user',
		run: () => ({type: 'deploy/move-user', by: 1}),
	},
	{
		...inMessage,
		id: 'deploy.previous-user',
		title: 'The message to the user before',
		short: 'User before',
		run: () => ({type: 'deploy/move-user', by: -1}),
	},
	{
		...inMessage,
		basic: true,
		id: 'deploy.scroll-up',
		title: 'One line up',
		run: () => ({type: 'deploy/scroll', by: -1}),
	},
	{
		...inMessage,
		basic: true,
		id: 'deploy.scroll-down',
		title: 'One line down',
		run: () => ({type: 'deploy/scroll', by: 1}),
	},
	{
		...inMessage,
		basic: true,
		id: 'deploy.page-up',
		title: 'One page up',
		run: (model) => ({type: 'deploy/scroll', by: -previewHeight(model)}),
	},
	{
		...inMessage,
		basic: true,
		id: 'deploy.page-down',
		title: 'One page down',
		run: (model) => ({type: 'deploy/scroll', by: previewHeight(model)}),
	},
	{
		...inMessage,
		id: 'deploy.close-message',
		title: 'Back to the list',
		short: 'Back',
		pinned: true,
		run: () => ({type: 'deploy/hide-message'}),
	},
];

function deployOf(model: Model): DeployState | undefined {
	const screen = topScreen(model);
	return screen?.name === 'deploy' ? screen : undefined;
}

function refuseNobody(model: Model): string | undefined {
	return usersScope(model).rows.length > 0 ? undefined : usersTable(model.grid, model).emptyText;
}

function refuseDone(model: Model): string | undefined {
	return deployOf(model)?.run === undefined
		? undefined
		: 'These messages were sent: open it again for others.';
}

function refuseNoneSent(model: Model): string | undefined {
	const state = deployOf(model);
	if (state === undefined || state.again) return undefined;
	const {again = 0, unknown = 0} = state.planned?.plan.counts ?? {};
	return again + unknown > 0 ? undefined : 'None of these users got a message within a day.';
}

function refuseNothing(model: Model): string | undefined {
	const state = deployOf(model);
	if (state === undefined) return undefined;
	const done = refuseDone(model);
	if (done !== undefined) return done;
	if ((state.planned?.plan.counts.fault ?? 0) > 0)
		return 'A wrong or empty placeholder keeps all messages from being sent: the list says which.';
	return readyRows(state).length > 0 ? undefined : 'No message is to be sent: the list says why.';
}
