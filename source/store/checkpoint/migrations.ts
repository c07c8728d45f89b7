/** Brings what one format version stored to the next one. It may throw on what no store of that version ever held. */
export type Migration = (stored: unknown) => unknown;

/** Version 2 came with the journal: what history and backups keep became settings. */
const addKeepingSettings: Migration = (stored) => {
	const sheet = stored as {readonly settings: object};
	const added = {history: {days: 365, entries: 10_000}, backup: {keep: 10, above: 100}};
	return {...sheet, version: 2, settings: {...sheet.settings, ...added}};
};

/** Version 3 tells apart which system a user was synchronised from; until then it was always the MiCollab Client Service. */
const nameOrigins: Migration = (stored) => {
	const sheet = stored as {readonly users?: unknown};
	if (!Array.isArray(sheet.users)) return {...sheet, version: 3};
	const users = sheet.users.map((user: unknown) =>
		user instanceof Object && 'origin' in user && user.origin === 'service'
			? {...user, origin: currentValue('origin', user.origin)}
			: user,
	);
	return {...sheet, version: 3, users};
};

/** What a stored value is called today, in an entry of any version. */
export function currentValue(key: string, value: string): string {
	return key === 'origin' && value === 'service' ? 'client-service' : value;
}

/** Version 4 names the journal that a checkpoint goes with: a file without the name is a dated copy, or goes without one. */
const nameJournal: Migration = (stored) => ({...(stored as object), version: 4});

/** Version 5 came with the life cycle of users. What it added may be absent: journal and history have it in no older entry. */
const addLifeCycle: Migration = (stored) => ({...(stored as object), version: 5});

/** The first migration leads from version 1 to 2, and so on. */
export const migrations: readonly Migration[] = [addKeepingSettings, nameOrigins, nameJournal, addLifeCycle];

/** The format that this program writes; the file says its own in `version`. */
export const formatVersion = migrations.length + 1;

/** Takes every step from the version that a file has up to the newest one. */
export function migrate(stored: unknown, version: number, steps: readonly Migration[] = migrations): unknown {
	return steps.slice(version - 1).reduce((current, step) => step(current), stored);
}
