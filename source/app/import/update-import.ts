import type {ImportOptions} from '../../csv/import-plan.ts';
import {matchHeaders} from '../../csv/match-headers.ts';
import {count} from '../../domain/problem.ts';
import {makeChange, type Step} from '../make-change.ts';
import type {ImportMessage} from '../message.ts';
import {closeScreen, type Model, openScreen, type Screen, withNotice} from '../model.ts';
import {textField} from '../text-field-state.ts';
import {askForRejects, askForTemplate} from './ask-for-file.ts';
import {changeOption, defaultOptions, setProfile} from './change-option.ts';
import {chooseFile, completePath, listFor} from './choose-file.ts';
import {previewHeight} from './import-layout.ts';
import {
	countAccepted,
	countTabLines,
	fileName,
	type ImportState,
	optionRows,
	previewTabs,
} from './import-state.ts';
import {startTab, takePlan} from './take-plan.ts';

/** Everything that happens in the import wizard. */
export function updateImport(model: Model, message: ImportMessage): Step {
	if (message.type === 'import/open') return open(model);
	if (message.type === 'import/write-template') return [askForTemplate(model), []];
	if (message.type === 'import/decide') return decideRefused(model, message.wizard, message.again);
	const state = model.screens.findLast((screen) => screen.name === 'import');
	if (state === undefined) return [model, []];
	switch (message.type) {
		case 'import/files-listed':
			if (message.path !== state.file.field.text) return [model, []];
			return still(model, {...state, file: {...state.file, listed: message.files, index: -1}});
		case 'import/move':
			return still(model, move(state, message.by));
		case 'import/complete-path':
			return withPath(model, state, completePath(state.file));
		case 'import/read-file':
			return readFile(model, state);
		case 'import/progressed':
			return still(model, {...state, progress: message.progress});
		case 'import/file-read':
			return afterReading(model, state, message);
		case 'import/refused': {
			const {progress: _, plan: __, ...rest} = state;
			const step = state.step === 'preview' ? 'options' : state.step;
			return still(model, {...rest, step, refusal: message.problem});
		}
		case 'import/toggle-option':
			return changeOption(model, state, message.by, plan);
		case 'import/choose-profile':
			return changeOption(model, state, 0, plan);
		case 'import/set-profile':
			return plan(model, setProfile(model, state, message.index));
		case 'import/planned':
			return still(model, takePlan(state, message.plan));
		case 'import/next':
			return still(model, {...state, step: 'preview', tab: startTab(state)});
		case 'import/back':
			return goBack(model, state);
		case 'import/move-tab': {
			const index = (previewTabs.indexOf(state.tab) + message.by + previewTabs.length) % previewTabs.length;
			return still(model, {...state, tab: previewTabs[index] ?? 'accepted'});
		}
		case 'import/move-page':
			return still(model, move(state, message.pages * previewHeight(model.size)));
		case 'import/write-rejects':
			return [askForRejects(model, state), []];
		case 'import/ask-commit':
			return askToCommit(model, state);
		case 'import/commit':
			return commit(model, state);
	}
}

/** The wizard with another path typed or completed, and what is listed for it. */
export function withPath(model: Model, state: ImportState, path: string): Step {
	const file = {...state.file, field: textField(path), index: -1};
	const {refusal: _, ...rest} = state;
	return [replaceImport(model, {...rest, file}), listFor(path)];
}

function open(model: Model): Step {
	const state: ImportState = {
		name: 'import',
		step: 'file',
		file: {field: textField(''), listed: [], index: -1},
		options: defaultOptions(model.sheet.profiles, []),
		hasChosen: false,
		optionIndex: 0,
		accepted: [],
		tab: 'accepted',
		cursors: {accepted: 0, rejected: 0, notes: 0},
	};
	return [openScreen(model, state), listFor('')];
}

/** The wizard as a draft has kept it: the file is read again, and the options are those chosen before. */
export function resumeImport(
	model: Model,
	{path, options}: {readonly path: string; readonly options: ImportOptions},
): Step {
	const [opened, effects] = open(model);
	const state = opened.screens.at(-1);
	if (state?.name !== 'import') return [opened, effects];
	const file = {...state.file, field: textField(path)};
	const [next, more] = readFile(opened, {...state, options, hasChosen: true, file});
	return [next, [...effects, ...more]];
}

function replaceImport(model: Model, state: ImportState): Model {
	const position = model.screens.findLastIndex((screen) => screen.name === 'import');
	return {...model, screens: model.screens.with(position, state satisfies Screen)};
}

function still(model: Model, state: ImportState): Step {
	return [replaceImport(model, state), []];
}

function move(state: ImportState, by: number): ImportState {
	if (state.step === 'file') {
		const index = Math.max(-1, Math.min(state.file.index + by, state.file.listed.length - 1));
		return {...state, file: {...state.file, index}};
	}
	if (state.step === 'options') {
		const optionIndex = Math.max(0, Math.min(state.optionIndex + by, optionRows.length - 1));
		return {...state, optionIndex};
	}
	const last = Math.max(0, countTabLines(state, state.tab) - 1);
	const cursor = Math.max(0, Math.min(state.cursors[state.tab] + by, last));
	return {...state, cursors: {...state.cursors, [state.tab]: cursor}};
}

function readFile(model: Model, state: ImportState): Step {
	const chosen = chooseFile(state.file);
	if (chosen.kind === 'folder') return withPath(model, state, chosen.path);
	if (chosen.path === '') {
		return [withNotice(model, 'Type the name of a CSV file, or choose one with the arrow keys.'), []];
	}
	if (chosen.path.endsWith('/')) {
		return [withNotice(model, 'That is a folder: choose a file in it with Down, or go on typing.'), []];
	}
	const {refusal: _, ...rest} = state;
	const reading = {
		...rest,
		progress: {done: 0, total: 0},
		file: {...state.file, field: textField(chosen.path)},
	};
	return [replaceImport(model, reading), [{type: 'file/read', path: chosen.path}]];
}

function afterReading(
	model: Model,
	state: ImportState,
	{path, table, hash}: Extract<ImportMessage, {type: 'import/file-read'}>,
): Step {
	const {columns, problems} = matchHeaders(table.headers);
	// Another file has other blank cells: that decision is not carried over.
	const isOther = state.source !== undefined && state.source.path !== path;
	const kept = isOther ? {...state.options, blankColumns: 'undecided' as const} : state.options;
	const options = state.hasChosen ? kept : defaultOptions(model.sheet.profiles, columns);
	const source = {path, table, hash, columns, columnNotes: problems};
	return plan(model, {
		...state,
		source,
		options,
		hasChosen: true,
		step: 'options',
		cursors: {accepted: 0, rejected: 0, notes: 0},
	});
}

/** Asks for a plan of the file under the options; a plan that is being made for other options is dropped. */
function plan(model: Model, state: ImportState): Step {
	if (state.source === undefined) return still(model, state);
	const {plan: _, refusal: __, ...rest} = state;
	const {table, path} = state.source;
	const waiting = {...rest, progress: {done: 0, total: table.rows.length}, plannedFor: model.sheet};
	const effect = {
		type: 'import/plan',
		table,
		options: state.options,
		sheet: model.sheet,
		fileName: fileName(path),
	} as const;
	return [replaceImport(model, waiting), [effect]];
}

function goBack(model: Model, state: ImportState): Step {
	if (state.step === 'file') {
		return state.progress === undefined
			? [closeScreen(model), []]
			: [replaceImport(model, withoutProgress(state)), [{type: 'import/cancel'}]];
	}
	return still(model, {...state, step: state.step === 'preview' ? 'options' : 'file'});
}

function withoutProgress(state: ImportState): ImportState {
	const {progress: _, ...rest} = state;
	return rest;
}

function askToCommit(model: Model, state: ImportState): Step {
	const made = state.plan;
	if (made === undefined) return [model, []];
	if (state.plannedFor !== model.sheet) return planAgain(model, state);
	const cleared = [...made.cleared.values()].reduce((sum, amount) => sum + amount, 0);
	const question = {
		name: 'confirm',
		question: `Import ${count(countAccepted(made), 'row')}: ${made.created.length} created, ${made.updated.length} updated?`,
		details: [
			...(made.rejected.length === 0
				? []
				: [`${count(made.rejected.length, 'rejected row stays', 'rejected rows stay')} out.`]),
			...(cleared === 0 || state.options.blankColumns !== 'clear'
				? []
				: [`${count(cleared, 'stored value')} will be cleared.`]),
			'One Ctrl+Z takes the whole import back.',
		],
		action: `Import ${count(countAccepted(made), 'row')}`,
		confirm: {type: 'import/commit'},
	} as const;
	return [openScreen(model, question), []];
}

function planAgain(model: Model, state: ImportState): Step {
	return plan(withNotice(model, 'The sheet has changed meanwhile: the rows are checked again.'), state);
}

function commit(model: Model, state: ImportState): Step {
	const {plan: made, source} = state;
	if (made === undefined || source === undefined) return [model, []];
	if (state.plannedFor !== model.sheet) return planAgain(model, state);
	return makeChange(replaceImport(model, {...state, step: 'result'}), made.change, {
		origination: {from: 'import', fileName: fileName(source.path), hash: source.hash},
		prefer: 'neither',
		wizard: state,
	});
}

/** An import of which nothing was written is shown again, with its rows planned on the sheet of now; or it is left. */
export function decideRefused(model: Model, wizard: ImportState, again: boolean): Step {
	const rest = {...model, refused: model.refused.filter((entry) => entry.wizard !== wizard)};
	if (!again) return [rest, []];
	return plan(showsResult(rest, wizard) ? rest : openScreen(rest, wizard), wizard);
}

/** Whether the page is open that says what this wizard has imported. */
export function showsResult({screens}: Model, {source}: ImportState): boolean {
	return screens.some((screen) => screen.name === 'import' && screen.source === source);
}
