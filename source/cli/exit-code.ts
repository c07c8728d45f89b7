/** The exit codes that scripts rely on; a fault of usersheet itself is 70, and only cli.ts gives that. */
export const exitCodes = {
	/** All was done; on a dry run: would be. */
	done: 0,
	/** Nothing was written because the rules refuse the data, or a decision is open. */
	refused: 1,
	/** The command line cannot be followed, or a file cannot be used. */
	usage: 2,
	/** Part of a file was imported, not every chosen user got a message, or not every file of the store got the new passphrase. */
	partial: 3,
	/** The store is locked, damaged or not writable, or its passphrase is missing or wrong. */
	store: 4,
	/** The change is saved, but the output about it could not be written. */
	unprinted: 5,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
