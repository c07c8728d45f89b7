import {findProfile, type Profile} from './profile.ts';
import {profileText} from './profile-fields.ts';
import type {Settings} from './sheet.ts';

/** Profiles that a change removed, replaced and added, on the list as it is now. */
export function mergeProfiles(
	[before, after]: readonly [readonly Profile[], readonly Profile[]],
	current: readonly Profile[],
): readonly Profile[] {
	const removed = before.filter((profile) => findProfile(after, profile.name) === undefined);
	const kept = new Set(before.map(profileText));
	const written = after.filter((profile) => !kept.has(profileText(profile)));
	const merged = [
		...current
			.filter((profile) => findProfile(removed, profile.name) === undefined)
			.map((profile) => findProfile(written, profile.name) ?? profile),
		...written.filter((profile) => findProfile(current, profile.name) === undefined),
	];
	// Two people may each have removed the other one's last profile.
	return merged.length === 0 ? current : merged;
}

/** The settings that a change switched, on those of now. */
export function mergeSettings([before, after]: readonly [Settings, Settings], current: Settings): Settings {
	return {
		standAlone: after.standAlone === before.standAlone ? current.standAlone : after.standAlone,
		history: mergePart(before.history, after.history, current.history),
		backup: mergePart(before.backup, after.backup, current.backup),
	};
}

function mergePart<Part extends object>(before: Part, after: Part, current: Part): Part {
	const switched = Object.entries(after).filter(([key, value]) => Reflect.get(before, key) !== value);
	return switched.length === 0 ? current : {...current, ...Object.fromEntries(switched)};
}
