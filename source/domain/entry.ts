import type {Change} from './change.ts';

/** How a change came about. */
export type Origination =
	| {readonly from: 'grid' | 'form' | 'command-line' | 'undo' | 'restore'}
	/** A CSV file: its name, and the SHA-256 of its bytes in hex. */
	| {readonly from: 'import'; readonly fileName: string; readonly hash: string};

/** Who made a change: the operating system's user, and the machine that an SSH connection came from. */
export type Author = {
	readonly user: string;
	/** Address of the SSH client; absent at the machine itself. */
	readonly client?: string;
};

/** One committed change with everything that history says of it. */
export type Entry = {
	/** Revision of the sheet after it. */
	readonly revision: number;
	/** When it was committed: ISO 8601, UTC. */
	readonly at: string;
	readonly author: Author;
	readonly origination: Origination;
	readonly change: Change;
	/** Whether compaction has taken the secrets out of the change: they cannot be brought back. */
	readonly withoutSecrets?: boolean;
};
