import {findProfile} from '../domain/profile.ts';
import {profileValueFields, showProfileValue} from '../domain/profile-fields.ts';
import type {Sheet} from '../domain/sheet.ts';
import {type Context, withSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {formatJson} from './format-json.ts';
import {formatTextTable} from './text-table.ts';

type ListFlags = {readonly json?: boolean};

/** `usersheet profile list`. */
export async function listProfiles(context: Context, {json = false}: ListFlags): Promise<number> {
	const {io} = context;
	return withSheet(context, 'read', ({sheet}) => {
		const counts = countUsersByProfile(sheet);
		const {profiles} = sheet;
		if (json) {
			io.stdout.write(
				formatJson(profiles.map((profile) => ({...profile, users: counts.get(profile.name) ?? 0}))),
			);
			return exitCodes.done;
		}
		const {lines} = formatTextTable([
			{header: 'Profile', cells: profiles.map(({name}) => name)},
			...profileValueFields.map((field) => ({
				header: field.label,
				cells: profiles.map((profile) => showProfileValue(field, profile)),
			})),
			{header: 'Users', cells: profiles.map(({name}) => String(counts.get(name) ?? 0))},
		]);
		io.stdout.write(`${lines.join('\n')}\n`);
		return exitCodes.done;
	});
}

/** How many users have each profile, by its name. */
export function countUsersByProfile(sheet: Sheet): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const user of sheet.users) {
		const name = findProfile(sheet.profiles, user.profile)?.name ?? user.profile;
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return counts;
}
