/** Brings what one format version stored to the next one. It may throw on what no store of that version ever held. */
export type Migration = (stored: unknown) => unknown;

/** The first migration leads from version 1 to 2, and so on. There is one version so far. */
export const migrations: readonly Migration[] = [];

/** The format that this program writes; the file says its own in `version`. */
export const formatVersion = migrations.length + 1;

/** Takes every step from the version that a file has up to the newest one. */
export function migrate(stored: unknown, version: number, steps: readonly Migration[] = migrations): unknown {
	return steps.slice(version - 1).reduce((current, step) => step(current), stored);
}
