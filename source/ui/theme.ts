import process from 'node:process';
import type {Notice} from '../app/model.ts';
import type {Tone} from '../app/table/table.ts';
import {backgroundOf, colorDepthOf} from '../terminal/frames/color-support.ts';
import {themeColorsFor} from './theme-colors.ts';

const colors = themeColorsFor(colorDepthOf(process.env), backgroundOf(process.env));

/** Text styles by meaning. Whatever colour says is also said by a character: some terminals have no colour at all. */
export const theme = {
	title: {bold: true},
	/** Column headers and labels. */
	heading: {bold: true},
	/** What is good to know, and no more. */
	quiet: {dimColor: true},
	/** The cell, field or list entry that the next key is for. Its row has a sign and no style: that would cost a row's bytes with each move. */
	cursor: {inverse: true},
	/** What an action on many is for, and the cursor in it. */
	range: {inverse: true},
	rangeCursor: {inverse: true, bold: true, underline: true},
	marked: {color: colors.marked},
	/** Cannot be changed here. */
	readOnly: {dimColor: true},
	/** What is not there yet, and what would be different. */
	new: {color: colors.new},
	changed: {color: colors.changed},
	good: {color: colors.good},
	warning: {color: colors.warning},
	/** A fault, and what is rejected. */
	bad: {color: colors.bad, bold: true},
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
	new: theme.new,
	changed: theme.changed,
	good: theme.good,
	warning: theme.warning,
	bad: theme.bad,
	'read-only': theme.readOnly,
} as const satisfies Record<Tone, object>;
