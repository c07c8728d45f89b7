import {decide} from '../../../csv/import-decisions.ts';
import {describeFixes, takeKept} from '../../../csv/kept-fixes.ts';
import type {ReadingChoice} from '../../../csv/reading-choice.ts';
import {formatProblem} from '../../../domain/problem.ts';
import type {Draft} from '../../draft.ts';
import type {Effect} from '../../effect.ts';
import {closeScreen, type Model, openScreen, withNotice} from '../../model.ts';
import {saveMapping} from '../../saved-mapping.ts';
import type {Step} from '../../step.ts';
import {textField} from '../../text-field-state.ts';
import type {App} from '../screen-kind.ts';
import {askForRejects, askForTemplate} from './ask-for-file.ts';
import {chooseFile, completePath, isListedFor, listFor} from './choose-file.ts';
import {filterKind, openKinds} from './choose-kind.ts';
import {updateColumns} from './columns/update-columns.ts';
import {askToCommit, commitImport} from './commit-import.ts';
import {editRejects, editUsers} from './edit-file.ts';
import {finishImport} from './finish-import.ts';
import {nothingFixed} from './fix/fix-history.ts';
import {updateFixes} from './fix/update-fixes.ts';
import type {ImportMessage} from './import-messages.ts';
import {type ImportState, listFiles} from './import-state.ts';
import {newImport} from './new-import.ts';
import {currentOption} from './options/options-table.ts';
import {openHeaderLines} from './options/reading-options.ts';
import {planRows, replaceImport, still} from './plan-rows.ts';
import {resumeImport} from './resume-import.ts';
import {takeFile} from './take-file.ts';
import {pastedName, readPasted, takePaste} from './take-paste.ts';
import {moveTab, showPreview, takePlan} from './take-plan.ts';

/** Everything that happens in the import wizard. */
export function updateImport(model: Model, message: ImportMessage, app: App): Step {
	if (message.type === 'import/open')
		return message.path === undefined ? open(model) : openFile(model, message.path);
	if (message.type === 'import/write-template') return [askForTemplate(model), []];
	if (message.type === 'import/edit-users') return editUsers(model);
	if (message.type === 'import/resume') return resumeImport(model, message.origin, message.again);
	const state = model.screens.findLast((screen) => screen.name === 'import');
	if (state === undefined) return [model, []];
	switch (message.type) {
		case 'import/files-listed':
			if (!isListedFor(state.file, message.path)) return [model, []];
			return takeFiles(model, state, message);
		case 'import/complete-path':
			return isListedFor(state.file, state.file.listedFor)
				? withPath(model, state, completePath(state.file))
				: still(model, {...state, file: {...state.file, completes: true}});
		case 'import/read-file':
			return readFile(model, state, message.reading);
		case 'import/take-paste':
			return takePaste(model, state, message.text);
		case 'import/choose-header':
			return [openHeaderLines(model), []];
		case 'import/progressed':
			return still(model, {...state, progress: message.progress});
		case 'import/file-read':
			return takeFile(model, state, message);
		case 'import/refused': {
			const {progress: _, plan: __, ...rest} = state;
			const step = state.step === 'preview' ? 'options' : state.step;
			return still(model, {...rest, step, refusal: message.problem});
		}
		case 'import/read-again':
			return readAgain(model, state, message.reading);
		case 'import/reading-refused': {
			const refused = withNotice(
				model,
				`The file cannot be read so: ${formatProblem(message.problem)}`,
				'bad',
			);
			return planRows(refused, state);
		}
		case 'import/change-option':
			return currentOption(state)?.change(model, state, message.by) ?? [model, []];
		case 'import/set-profile':
			return planRows(model, {...state, options: {...state.options, profile: message.profile}});
		case 'import/turn-on-overwrite':
			return planRows(model, {...state, options: {...state.options, overwrite: true}});
		case 'import/decide-option':
			return planRows(model, {...state, options: decide(state.options, message.key, message.value)});
		case 'import/planned':
			return still(model, takePlan(model, state, message.plan));
		case 'import/next':
			return still(model, showPreview(state));
		case 'import/back':
			return goBack(model, state);
		case 'import/move-tab':
			return still(model, moveTab(model, state, message.by));
		case 'import/take-fix':
		case 'import/take-alike':
		case 'import/alike-found':
		case 'import/take-fixes':
		case 'import/leave-out':
		case 'import/turn-back-fix':
		case 'import/set-cell':
			return updateFixes(model, state, message);
		case 'import/choose-kind':
			return [openKinds(model, state), []];
		case 'import/filter-kind':
			return filterKind(model, state, message.filter);
		case 'import/edit-rejects':
			return editRejects(model, state);
		case 'import/write-rejects':
			return [askForRejects(model, state), []];
		case 'import/ask-commit':
			return askToCommit(model, state);
		case 'import/take-back':
			return app.update(closeScreen(model), {type: 'undo/take-back'});
		case 'import/finish':
			return finishImport(model);
		case 'import/commit':
			return commitImport(model, state);
		case 'import/open-columns':
		case 'import/close-columns':
		case 'import/list-fields':
		case 'import/map-column':
		case 'import/accept-suggestions':
		case 'import/forget-columns':
			return updateColumns(model, state, message);
	}
}

/** The list for what is typed; a Tab that came before it completes now. */
function takeFiles(
	model: Model,
	state: ImportState,
	{path, files}: Extract<ImportMessage, {type: 'import/files-listed'}>,
): Step {
	const {completes} = state.file;
	const listed = {...state.file, listed: files, listedFor: path, completes: false, table: listFiles(files)};
	const next = {...state, file: listed};
	return completes ? withPath(model, next, completePath(listed)) : still(model, next);
}

/** The wizard with another path typed or completed, and what is listed for it. */
export function withPath(model: Model, state: ImportState, path: string): Step {
	const file = {...state.file, field: textField(path), table: listFiles(state.file.listed)};
	const {refusal: _, ...rest} = state;
	return [replaceImport(model, {...rest, file}), listFor(path)];
}

function open(model: Model, path = ''): Step {
	return [openScreen(model, newImport(model.sheet, path)), listFor(path)];
}

/** The wizard with a file that is being read, and the options that were chosen and the fixes that were made for it before, as a draft has kept them. */
export function openFile(model: Model, path: string, kept?: Draft['import']): Step {
	const {savedMappings} = model;
	const columns = kept?.columns;
	// What was chosen is found again by the headers, so that nothing of it counts for a file that has others now.
	const known =
		columns === undefined ? savedMappings : saveMapping(savedMappings, columns.headers, columns.mapping);
	const [opened, effects] = open({...model, savedMappings: known}, path);
	const state = opened.screens.at(-1);
	if (state?.name !== 'import') return [opened, effects];
	const chosen = kept === undefined ? {} : {options: kept.options, hasChosen: true};
	const fixes = kept?.fixes;
	const fixed =
		fixes === undefined ? {} : {fixed: {...nothingFixed, fixes: takeKept(fixes)}, fixedFor: fixes.hash};
	const [next, more] = readFile(opened, {...state, ...chosen, ...fixed}, kept?.reading);
	return [next, [...effects, ...more]];
}

function readFile(model: Model, state: ImportState, wanted?: ReadingChoice): Step {
	const chosen = chooseFile(state.file);
	if (chosen.kind === 'folder') return withPath(model, state, chosen.path);
	if (chosen.path === '') {
		return [withNotice(model, 'Type the name of a CSV file, or choose one with the arrow keys.'), []];
	}
	if (chosen.path.endsWith('/')) {
		return [withNotice(model, 'That is a folder: choose a file in it with Down, or go on typing.'), []];
	}
	const {refusal: _, ...rest} = state;
	// The same file is read as a person has chosen for it.
	const before = state.source?.path === chosen.path ? state.source.reading : undefined;
	const reading = {
		...rest,
		progress: {done: 0, total: 0},
		file: {...state.file, field: textField(chosen.path)},
	};
	const {pasted} = state;
	const effect: Effect =
		pasted !== undefined && chosen.path === pastedName
			? readPasted(pasted, wanted ?? before)
			: {type: 'file/read', path: chosen.path, reading: wanted ?? before};
	return [replaceImport(model, reading), [effect]];
}

/** Until the answer comes there is no plan: what was planned is not what would be read. */
function readAgain(model: Model, state: ImportState, reading: ReadingChoice): Step {
	const {source} = state;
	if (source === undefined) return [model, []];
	const {plan: _, refusal: __, ...rest} = state;
	const waiting = {...rest, progress: {done: 0, total: 0}};
	return [replaceImport(model, waiting), [{type: 'file/read-again', path: source.path, reading}]];
}

function goBack(model: Model, state: ImportState): Step {
	if (state.step === 'file') {
		return state.progress === undefined
			? [leave(model, state), []]
			: [replaceImport(model, withoutProgress(state)), [{type: 'import/cancel'}]];
	}
	if (state.isEdited && state.step === 'options') return [leave(model, state), []];
	const before = state.step === 'preview' || state.step === 'columns' ? 'options' : 'file';
	return still(model, {...state, step: before});
}

/** What was put right is lost with the wizard, and so it is asked about. */
function leave(model: Model, {fixed: {fixes}}: ImportState): Model {
	if (fixes.size === 0) return closeScreen(model);
	return openScreen(model, {
		name: 'confirm',
		question: 'Leave the import?',
		details: [`${describeFixes(fixes)}: that is lost. Nothing is imported.`],
		action: 'Leave it',
		confirm: {type: 'screen/close'},
	});
}

function withoutProgress(state: ImportState): ImportState {
	const {progress: _, ...rest} = state;
	return rest;
}
