import {equalityKey} from './compare-text.ts';

/** A deployment profile supplies what the account does not (rules.md 1). */
export type Profile = {
	/** Unique in the sheet by its {@link equalityKey}. */
	readonly name: string;
	readonly mbgSipHost: string;
	readonly mbgWebrtcSipHost: string;
	/** Whether the MBG connection is remote: then a `#` in a directory number cannot sync. */
	readonly remoteMbg: boolean;
	/** MiCollab Client Service host of the users who have none of their own. */
	readonly serviceHost: string;
	/** Deployment link of the users who have none of their own, with placeholders in braces. */
	readonly linkTemplate: string;
	/** Central e-mail address, or '' for none. */
	readonly centralEmail: string;
	/** Subject of the mail with the link, with placeholders; '' for the one that usersheet has. */
	readonly subject: string;
	/** Text of that mail, of several lines, with placeholders; '' for the one that usersheet has. */
	readonly messageText: string;
};

/** The one profile of a new sheet. */
export const defaultProfile: Profile = {
	name: 'Default',
	mbgSipHost: '',
	mbgWebrtcSipHost: '',
	remoteMbg: false,
	serviceHost: '',
	linkTemplate: '',
	centralEmail: '',
	subject: '',
	messageText: '',
};

/**
 * The profile of this name, by its {@link equalityKey} (rules.md 3.5). One that is spelt exactly so comes first: an older sheet may
 * hold two that differ in nothing but how their letters are composed.
 */
export function findProfile(profiles: readonly Profile[], name: string): Profile | undefined {
	const exact = profiles.find((profile) => profile.name === name);
	if (exact !== undefined) return exact;
	const key = equalityKey(name);
	return profiles.find((profile) => equalityKey(profile.name) === key);
}

/** Letters of a name that are compared: names may come from a file or a command line, and the time grows with the square. */
const longestCompared = 256;

/**
 * What has the name that is the fewest edits away from a misspelt one; undefined when none is near (over half its length), and for
 * what is too long to be a name.
 */
export function nearestNamed<Named extends {readonly name: string}>(
	all: readonly Named[],
	name: string,
): Named | undefined {
	if (name.length > longestCompared) return undefined;
	const wanted = equalityKey(name);
	const ranked = all
		.map((named) => ({named, distance: editDistance(wanted, equalityKey(named.name))}))
		.sort((a, b) => a.distance - b.distance);
	const best = ranked[0];
	return best !== undefined && wanted !== '' && best.distance <= Math.max(1, Math.ceil(wanted.length / 2))
		? best.named
		: undefined;
}

/** What has the name that was surely meant: the one that differs in at most a quarter of its letters, where no other is as near. */
export function findMisspelt<Named extends {readonly name: string}>(
	all: readonly Named[],
	name: string,
): Named | undefined {
	const wanted = equalityKey(name);
	if (name.length > longestCompared || wanted.length < 4) return undefined;
	const distances = all.map((named) => editDistance(wanted, equalityKey(named.name)));
	const least = distances.reduce((so, distance) => Math.min(so, distance), Number.POSITIVE_INFINITY);
	if (least > Math.round(wanted.length / 4)) return undefined;
	return distances.filter((distance) => distance === least).length === 1
		? all[distances.indexOf(least)]
		: undefined;
}

/** How many letters must be put in, taken out or replaced to make one word of the other. Only the beginning of a long one counts. */
export function editDistance(a: string, b: string): number {
	const others = [...b.slice(0, longestCompared)];
	let previous = Array.from({length: others.length + 1}, (_, index) => index);
	for (const [row, letter] of [...a.slice(0, longestCompared)].entries()) {
		const current = [row + 1];
		for (const [column, other] of others.entries()) {
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
	return previous.at(-1) ?? 0;
}
