import type {Change} from './change.ts';
import {showValue} from './field.ts';
import {storedField} from './field-lists.ts';
import {count, type Problem} from './problem.ts';
import type {User} from './user.ts';

const renamed = storedField('serviceUser');

/** What follows from a change of a user outside of the sheet: a changed service user name makes work (rules.md 3.16). */
export function findConsequences(before: User, after: User): readonly Problem[] {
	if (!needsReset(before.serviceUser, after.serviceUser)) return [];
	return [
		{
			severity: 'warning',
			code: 'service-user-changed',
			column: renamed.header,
			value: showValue(renamed, after.serviceUser),
			message: 'The client is set up for the old user name.',
			short: 'Factory reset, then Deploy',
			fix: 'It needs a factory reset, then Deploy again.',
		},
	];
}

/** The same for a change of any number of users, as a sentence; undefined where nothing follows. */
export function describeConsequences({updated}: Change): string | undefined {
	let resets = 0;
	for (const {cells} of updated)
		if (needsReset(cells.serviceUser?.before, cells.serviceUser?.after)) resets += 1;
	if (resets === 0) return undefined;
	return `${count(resets, 'client')} now ${resets === 1 ? 'needs' : 'need'} a factory reset, then Deploy again.`;
}

/** A client that was set up without a user name has nothing to be reset. */
function needsReset(before = '', after = ''): boolean {
	return before !== '' && before !== after;
}
