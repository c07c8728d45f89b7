/** A deployment profile supplies what the account does not (rules.md 1). */
export type Profile = {
	/** Unique in the sheet without case and outer space. */
	readonly name: string;
	readonly mbgSipHost: string;
	readonly mbgWebrtcSipHost: string;
	/** Whether the MBG connection is remote: then a `#` in a directory number cannot sync. */
	readonly remoteMbg: boolean;
	/** Central e-mail address, or '' for none. */
	readonly centralEmail: string;
};

/** The one profile of a new sheet. */
export const defaultProfile: Profile = {
	name: 'Default',
	mbgSipHost: '',
	mbgWebrtcSipHost: '',
	remoteMbg: false,
	centralEmail: '',
};

/** Names match without case and outer space (rules.md 3.5). */
export function findProfile(profiles: readonly Profile[], name: string): Profile | undefined {
	const key = profileKey(name);
	return profiles.find((profile) => profileKey(profile.name) === key);
}

/** The profile whose name is the fewest edits away from a misspelt one; undefined when none is near (over half its length). */
export function nearestProfile(profiles: readonly Profile[], name: string): Profile | undefined {
	const wanted = profileKey(name);
	const ranked = profiles
		.map((profile) => ({
			profile,
			distance: editDistance(wanted, profileKey(profile.name)),
		}))
		.sort((a, b) => a.distance - b.distance);
	const best = ranked[0];
	return best !== undefined && wanted !== '' && best.distance <= Math.max(1, Math.ceil(wanted.length / 2))
		? best.profile
		: undefined;
}

function profileKey(name: string): string {
	return name.trim().toLowerCase();
}

/** How many letters must be put in, taken out or replaced to make one word of the other. */
export function editDistance(a: string, b: string): number {
	let previous = Array.from({length: b.length + 1}, (_, index) => index);
	for (const [row, letter] of [...a].entries()) {
		const current = [row + 1];
		for (const [column, other] of [...b].entries()) {
			current.push(
				Math.min(
					(previous[column + 1] ?? 0) + 1,
					(current[column] ?? 0) + 1,
					(previous[column] ?? 0) + (letter === other ? 0 : 1),
				),
			);
		}
		previous = current;
	}
	return previous[b.length] ?? 0;
}
