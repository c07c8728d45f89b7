import {quote} from '../../../domain/problem.ts';
import {type Command, firstReason, refuseReadOnly} from '../../commands/command.ts';
import type {Model} from '../../model.ts';
import {nextToClear} from '../../table/next-to-clear.ts';
import {refuseNobody} from '../fill/fill-commands.ts';
import {countedColumns} from './profile-columns.ts';
import {profilesStateOf, profilesTable} from './profiles-table.ts';

const inProfiles = {when: ['profiles']} as const;

/** What can be done with the deployment profiles. */
export const profilesCommands: readonly Command[] = [
	{
		when: ['grid'],
		id: 'profile.open',
		title: 'Profiles: hosts and mails of the deployment; create, rename, remove',
		aliases: ['profiles'],
		run: () => ({type: 'profiles/open'}),
	},
	{
		...inProfiles,
		id: 'profile.add',
		title: 'Create a profile: its name is typed in a new row',
		short: 'New profile',
		aliases: ['new'],
		disabledReason: refuseReadOnly,
		run: () => ({type: 'profiles/add'}),
	},
	{
		...inProfiles,
		id: 'profile.show-users',
		title: 'Show the users of this profile in the grid',
		short: 'Its users',
		aliases: ['users'],
		disabledReason: firstReason(refuseNone, refuseNoUsers),
		run: () => ({type: 'profiles/show-users'}),
	},
	{
		...inProfiles,
		id: 'profile.give',
		title: 'Give this profile to the marked users of the grid, or its range, or the one under its cursor',
		short: 'Give to the marked',
		secondary: true,
		aliases: ['give'],
		disabledReason: firstReason(refuseReadOnly, refuseNone, refuseNobody),
		run: () => ({type: 'profiles/give'}),
	},
	{
		...inProfiles,
		id: 'profile.remove',
		title: 'Remove this profile; its users get another one that is chosen',
		short: 'Remove',
		secondary: true,
		aliases: ['remove'],
		disabledReason: firstReason(refuseReadOnly, refuseNone, refuseOnly),
		run: () => ({type: 'profiles/ask-remove'}),
	},
	{
		...inProfiles,
		id: 'profile.close',
		title: 'Back to the grid',
		short: 'Back',
		pinned: true,
		yields: (model) => nextToClear(profilesTableOf(model)) !== undefined,
		run: () => ({type: 'profiles/back'}),
	},
];

function profilesTableOf(model: Model) {
	const state = profilesStateOf(model);
	return state && profilesTable(state, model);
}

function nameUnderCursor(model: Model): string | undefined {
	const table = profilesTableOf(model);
	const row = table?.state.rows[table.state.cursor.row];
	return row === undefined ? undefined : table?.rowOf(row)?.name;
}

function refuseNone(model: Model): string | undefined {
	return nameUnderCursor(model) === undefined ? profilesTableOf(model)?.emptyText : undefined;
}

/** Why no users of the profile under the cursor can be shown: of the number under it, or else of all. */
export function refuseNoUsers(model: Model): string | undefined {
	const table = profilesTableOf(model);
	const {columns = [], state} = table ?? {};
	const profile = table?.rowOf(state?.rows[state.cursor.row] ?? Number.NaN);
	const key = columns[state?.cursor.column ?? 0]?.key;
	const counted = countedColumns.find((one) => one.key === key) ?? countedColumns[0];
	if (table === undefined || profile === undefined || counted === undefined) return undefined;
	return counted.read(profile, table.context) ? undefined : counted.tell(0);
}

function refuseOnly({sheet: {profiles}}: Model): string | undefined {
	const [only, second] = profiles;
	return only === undefined || second !== undefined
		? undefined
		: `${quote(only.name)} is the only profile, and a sheet needs one.`;
}
