import {stateWords} from '../life-cycle/state-table.ts';
import {userState} from '../life-cycle/user-state.ts';
import {isTold, isToTell} from '../pins/told-pin.ts';
import {type Sheet, surroundingsOf} from '../sheet.ts';
import type {MailResult, SystemKey} from '../system-fields.ts';
import type {User} from '../user.ts';
import {choiceField} from './query-fields.ts';
import type {QueryField, QueryWord} from './query-table.ts';

/** What can be asked about the life cycle of a user, by what is derived and what usersheet keeps (rules.md 5.2). */
export function lifeCycleFields(sheet: Sheet): readonly QueryField<User>[] {
	const surroundings = surroundingsOf(sheet);
	return [
		choiceField<User>(
			{name: 'state', help: 'where the user is in the life cycle', otherNames: ['deployment state']},
			stateWords.map((word) => ({...word, test: (user) => userState(user, surroundings) === word.name})),
			() => false,
		),
		choiceField<User>(
			{name: 'told', help: 'whether the user has been told the PIN'},
			[
				{name: 'yes', help: 'told', test: isTold},
				{name: 'no', help: 'there is a PIN that was not told', test: isToTell},
			],
			isToTell,
		),
		choiceField<User>(
			{name: 'delivery', help: 'what became of the last mail', otherNames: ['mail result']},
			mailWords.map(({result, ...word}) => ({...word, test: ({mailResult}) => mailResult === result})),
			({mailResult}) => mailResult === '',
		),
	];
}

const mailWords: readonly (QueryWord & {readonly result: MailResult})[] = [
	{name: 'none', result: '', help: 'no mail has gone out'},
	{name: 'accepted', result: 'accepted', help: 'the mail server took it, or it is in the outbox'},
	{name: 'rejected', result: 'rejected', help: 'the mail server refused it'},
	{name: 'deferred', result: 'deferred', help: 'the mail server wants it later'},
	{name: 'unknown', result: 'unknown', help: 'the sending was interrupted'},
];

/** The times that are kept of a user, as words of a filter. */
export const lifeCycleTimes: readonly (QueryWord & {readonly key: SystemKey})[] = [
	{name: 'deployed', key: 'deployedOn', help: 'when the user was deployed last'},
	{name: 'downloaded', key: 'downloadedOn', help: 'when that was downloaded'},
	{name: 'mailed', key: 'mailedOn', help: 'when the last mail went out'},
];
