import {type Model, openScreen} from '../../model.ts';
import type {ImportOrigin} from '../../saving/queue/origin.ts';
import type {Step} from '../../step.ts';
import {choiceOf} from '../choice/choice-state.ts';
import {nothingFixed} from './fix/fix-history.ts';
import {fileName} from './import-state.ts';
import {newImport} from './new-import.ts';
import {planRows} from './plan-rows.ts';

/** Asks what becomes of an import of which nothing was written, because others had changed the same. */
export function askToResume(model: Model, origin: ImportOrigin): Model {
	const resume = {type: 'import/resume', origin} as const;
	return openScreen(
		model,
		choiceOf({
			title: `Nothing of ${fileName(origin.source.path)} was imported: another person changed the same values`,
			items: [
				{label: 'Check its rows again', detail: 'and show the preview', choose: {...resume, again: true}},
				{label: 'Leave it', detail: 'nothing of it is imported', choose: {...resume, again: false}},
			],
			index: -1,
		}),
	);
}

/** The import is shown again, with its rows planned on the sheet of now; or it is left. */
export function resumeImport(before: Model, {source, options, fixes}: ImportOrigin, again: boolean): Step {
	const isIt = (one: Model['refused'][number]): boolean => one.from === 'import' && one.source === source;
	const model = {...before, refused: before.refused.filter((one) => !isIt(one))};
	if (!again) return [model, []];
	const wizard = {
		...newImport(model.sheet, source.path),
		source,
		options,
		fixed: {...nothingFixed, fixes},
		fixedFor: source.hash,
		hasChosen: true,
		step: 'preview',
	} as const;
	return planRows(showsResult(model, {source}) ? model : openScreen(model, wizard), wizard);
}

/** Whether the page is open that says what was imported. */
export function showsResult({screens}: Model, {source}: Pick<ImportOrigin, 'source'>): boolean {
	return screens.some((screen) => screen.name === 'import' && screen.source === source);
}
