import type {Message} from '../message.ts';
import type {Model} from '../model.ts';
import {askWhoseValue, askWhoseValues, valueOfTheirs} from '../saving/ask-whose-value.ts';
import type {Refused} from '../saving/queue/queue.ts';
import {askToResume, resumeImport, showsResult} from '../screens/import/resume-import.ts';
import type {Step} from '../step.ts';

/** What was refused is asked about as soon as nothing is open that a question would disturb. */
export function withQuestions(step: (model: Model, message: Message) => Step): typeof step {
	return (model, message) => {
		const [next, effects] = step(model, message);
		if (next.refused.length === 0) return [next, effects];
		const [asked, more] = askRefused(withoutDecided(next));
		return [asked, [...effects, ...more]];
	};
}

function askRefused(model: Model): Step {
	// The page that said what was imported must not go on saying so.
	for (const one of model.refused)
		if (one.from === 'import' && showsResult(model, one)) return resumeImport(model, one, true);
	const unasked = model.refused.filter(({isAsked}) => !isAsked);
	const [first] = unasked;
	if (first === undefined || !isFree(model)) return [model, []];
	if (first.from === 'import') return [askToResume(markAsked(model, [first]), first), []];
	const cells = unasked.filter((one) => one.from === 'cells');
	const asked = markAsked(model, cells);
	return [cells.length === 1 ? askWhoseValue(asked, first) : askWhoseValues(asked, cells), []];
}

function isFree({screens, grid, undoing}: Model): boolean {
	const {editor, filterEditor} = grid;
	return screens.length === 0 && editor === undefined && filterEditor === undefined && undoing === undefined;
}

/** Asked once: Esc leaves it open, and Ctrl+S asks again. */
function markAsked(model: Model, asked: readonly Refused[]): Model {
	const isNow = new Set(asked);
	return {
		...model,
		refused: model.refused.map((one) => (isNow.has(one) ? {...one, isAsked: true} : one)),
	};
}

/** There is nothing to decide where the user is gone, or where theirs has become the same value. */
function withoutDecided(model: Model): Model {
	const open = model.refused.filter((one) => {
		const theirs = one.from === 'cells' ? valueOfTheirs(model.sheet, one) : undefined;
		return one.from === 'import' || (theirs !== undefined && theirs !== one.value);
	});
	return open.length === model.refused.length ? model : {...model, refused: open};
}
