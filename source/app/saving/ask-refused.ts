import {findUser} from '../../domain/sheet.ts';
import type {Message} from '../message.ts';
import {type Model, openScreen, type RefusedChange} from '../model.ts';
import {decideRefused, showsResult} from '../screens/import/commit-import.ts';
import {fileName, type ImportState} from '../screens/import/import-state.ts';
import {askWhoseValue} from '../screens/users/edit-cell.ts';
import type {Step} from '../step.ts';
import {cellOf} from './take-back.ts';

/**
 * Changes that were refused because somebody else had changed the same are asked about as soon as nothing is open that a
 * question would disturb.
 */
export function withQuestions(step: (model: Model, message: Message) => Step): typeof step {
	return (model, message) => {
		const [next, effects] = step(model, message);
		if (next.refused.length === 0) return [next, effects];
		const [asked, more] = askRefused(next);
		return [asked, [...effects, ...more]];
	};
}

function askRefused(model: Model): Step {
	// The page that said what was imported must not go on saying so.
	const wizard = model.refused.map((entry) => entry.wizard).find((one) => one && showsResult(model, one));
	if (wizard !== undefined) return decideRefused(model, wizard, true);
	const next = model.refused.find(({isAsked}) => !isAsked);
	return next === undefined || !isFree(model) ? [model, []] : [ask(model, next), []];
}

function isFree({screens, grid, undoing}: Model): boolean {
	const {editor, filterEditor} = grid;
	return screens.length === 0 && editor === undefined && filterEditor === undefined && undoing === undefined;
}

function ask(model: Model, entry: RefusedChange): Model {
	const {wizard, rival} = entry;
	if (wizard !== undefined) return askAboutImport(replace(model, entry, {...entry, isAsked: true}), wizard);
	const cell = cellOf(entry);
	const user = cell && findUser(model.sheet, cell.id);
	// Of a user who is gone there is nothing to decide.
	if (cell === undefined || user === undefined) return replace(model, entry);
	const asked = replace(model, entry, {...entry, isAsked: true, shown: user[cell.key]});
	return askWhoseValue(asked, {...cell, rival}, -1);
}

function askAboutImport(model: Model, wizard: ImportState): Model {
	const decide = {type: 'import/decide', wizard} as const;
	return openScreen(model, {
		name: 'choice',
		title: `Nothing of ${fileName(wizard.file.field.text)} was imported: another person changed the same values`,
		items: [
			{label: 'Check its rows again', detail: 'and show the preview', choose: {...decide, again: true}},
			{label: 'Leave it', detail: 'nothing of it is imported', choose: {...decide, again: false}},
		],
		index: -1,
	});
}

/** Asked once: Esc leaves it open, and Ctrl+S asks again. */
function replace(model: Model, entry: RefusedChange, ...by: readonly RefusedChange[]): Model {
	return {...model, refused: model.refused.flatMap((other) => (other === entry ? by : [other]))};
}
