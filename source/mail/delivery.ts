import type {Finding} from '../domain/problem.ts';

/** How a message went to its user: unknown where the connection ended before the server said so. */
export type Delivery =
	| {readonly result: 'accepted'}
	| {readonly result: 'rejected' | 'deferred' | 'unknown'; readonly reason: Finding};

/** One message on its way. */
export type Letter = {
	/** The name of its file, without the ending; from 2 on where the names before are taken. */
	readonly fileName: (turn: number) => string;
	/** The address of its one recipient. */
	readonly to: string;
	readonly mime: Buffer;
	/** What is in it that no report may repeat: the link and the authentication code. */
	readonly credentials: readonly string[];
};

/** Where messages go: a folder, or a mail server. */
export type MailRoute = {
	/** Settles when it is known, or cannot be known, what has become of the message. It never rejects. */
	readonly deliver: (letter: Letter) => Promise<Delivery>;
	readonly close: () => void;
};
