import {countChangedSince} from '../domain/life-cycle/count-changed.ts';
import type {Profile} from '../domain/profile.ts';
import {profileValueFields, showProfileValue} from '../domain/profiles/profile-fields.ts';
import {countUsersByProfile} from '../domain/profiles/profile-users.ts';
import {finishWork} from '../domain/work.ts';
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
		const again = finishWork(countChangedSince(sheet));
		const {profiles} = sheet;
		if (json) {
			io.stdout.write(
				formatJson(
					profiles.map((profile) => ({
						...profile,
						users: counts.get(profile.name) ?? 0,
						deployAgain: again.get(profile.name) ?? 0,
					})),
				),
			);
			return exitCodes.done;
		}
		const {lines} = formatTextTable([
			{header: 'Profile', cells: profiles.map(({name}) => name)},
			...profileValueFields
				.filter((field) => isListed(field, profiles))
				.map((field) => ({
					header: field.label,
					cells: profiles.map((profile) => showProfileValue(field, profile)),
				})),
			{header: 'Users', cells: profiles.map(({name}) => String(counts.get(name) ?? 0))},
			...(again.size === 0
				? []
				: [{header: 'Deploy again', cells: profiles.map(({name}) => String(again.get(name) ?? 0))}]),
		]);
		io.stdout.write(`${lines.join('\n')}\n`);
		return exitCodes.done;
	});
}

/** A text of several lines is for `--json`, and what no profile has is no column. */
function isListed(field: (typeof profileValueFields)[number], profiles: readonly Profile[]): boolean {
	if (field.kind === 'switch') return true;
	return field.isLong !== true && profiles.some((profile) => profile[field.key] !== '');
}
