import type {EntrySummary} from '../../../domain/entry.ts';
import type {ExaminedEntry} from './history-state.ts';

/** The screen with everything that was ever changed. */
export type HistoryMessage =
	| {readonly type: 'history/open'}
	| {
			readonly type: 'history/loaded';
			/** Newest first. */
			readonly entries: readonly EntrySummary[];
			/** Where these are only the ones after a revision. */
			readonly after?: number;
			/** IANA name of the zone in which times are shown. */
			/** ISO 8601: what a filter takes today for. */
			readonly now: string;
			readonly timeZone: string;
	  }
	| {readonly type: 'history/refused'; readonly message: string}
	| {readonly type: 'history/back'}
	| {readonly type: 'history/open-entry'}
	| {readonly type: 'history/examined'; readonly examined: ExaminedEntry}
	/** A change cannot be read. */
	| {readonly type: 'history/unreadable'; readonly summary: EntrySummary; readonly message: string}
	/** The users of the opened change, in the grid. */
	| {readonly type: 'history/show-users'}
	| {readonly type: 'history/ask-undo'}
	| {readonly type: 'history/undo-entry'};

declare module '../../message.ts' {
	interface Messages {
		readonly history: HistoryMessage;
	}
}
