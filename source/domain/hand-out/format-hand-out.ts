import type {User} from '../user.ts';
import {handOutHtmlChunks} from './format-hand-out-html.ts';
import {handOutTextChunks} from './format-hand-out-text.ts';

/** Text for a plain printer, or a page for a browser. */
export type HandOutForm = 'text' | 'html';

/** The form that the name of a file asks for: a page where it ends in .html or .htm. */
export function handOutForm(file: string): HandOutForm {
	return /\.html?$/i.test(file) ? 'html' : 'text';
}

/** The slips of these users, who all have a PIN, with lines to cut along; in pieces (rules.md 5.6). */
export function handOutChunks(users: readonly User[], form: HandOutForm): Generator<string, void, void> {
	return form === 'html' ? handOutHtmlChunks(users) : handOutTextChunks(users);
}
