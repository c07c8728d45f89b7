import type {Notice} from '../app/model.ts';
import type {Tone} from '../app/table/table.ts';

/** Text styles by meaning. Whatever colour says is also said by a character: some terminals have no colour at all. */
export const theme = {
	title: {bold: true},
	/** Column headers and labels. */
	heading: {bold: true},
	/** What is good to know, and no more. */
	quiet: {dimColor: true},
	/** The cell, field or list entry that the next key is for. */
	cursor: {inverse: true},
	/** What an action on many is for, and the cursor in it. */
	range: {inverse: true},
	rangeCursor: {inverse: true, bold: true, underline: true},
	marked: {color: 'cyan'},
	/** Cannot be changed here. */
	readOnly: {dimColor: true},
	good: {color: 'green'},
	warning: {color: 'yellow'},
	bad: {color: 'red', bold: true},
	key: {bold: true},
} as const;

/** The signs at the left of a row or a line; `=` is data that comes from elsewhere: a profile, or MiCollab. */
export const signs = {cursor: '>', range: '|', marked: '*', problem: '!', readOnly: '='} as const;

/** How a notice is drawn. */
export const noticeStyles = {good: theme.good, plain: {}, bad: theme.bad} as const satisfies Record<
	Notice['tone'],
	object
>;

/** How the cells of a list are drawn. */
export const toneStyles = {
	plain: {},
	quiet: theme.quiet,
	good: theme.good,
	warning: theme.warning,
	bad: theme.bad,
	'read-only': theme.readOnly,
} as const satisfies Record<Tone, object>;
