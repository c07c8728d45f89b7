import {isEmptyChange} from '../../domain/change.ts';
import type {Entry} from '../../domain/entry.ts';
import {listFieldChanges} from '../../domain/field-changes.ts';
import {planUndo} from '../../domain/plan-undo.ts';
import {makeChange, type Step} from '../make-change.ts';
import type {HistoryMessage, Message} from '../message.ts';
import {closeScreen, type Model, openScreen, withNotice} from '../model.ts';
import {textField} from '../text-field-state.ts';
import {undoneText, undoQuestion} from './describe-undo.ts';
import {entryHeight, listHeight} from './history-layout.ts';
import {chosenEntry, type HistoryState, indexLeft} from './history-state.ts';
import {matchEntries} from './match-entries.ts';

/** Whether a message is about the screen of the history; undo and redo in the grid are not. */
export function isAboutHistoryScreen(message: Message): message is HistoryMessage {
	return (
		message.type.startsWith('history/') && message.type !== 'history/undo' && message.type !== 'history/redo'
	);
}

/** Everything that happens in the history. */
export function updateHistoryScreen(model: Model, message: HistoryMessage): Step {
	if (message.type === 'history/open') {
		const state: HistoryState = {name: 'history', timeZone: 'UTC', shown: [], filter: '', cursor: 0};
		return [openScreen(model, state), [{type: 'store/history'}]];
	}
	const state = model.screens.findLast((screen) => screen.name === 'history');
	if (state === undefined) return [model, []];
	switch (message.type) {
		case 'history/loaded':
			return still(model, markLeft(model, takeEntries(state, message.entries, message.timeZone)));
		case 'history/refused':
			return still(model, {...state, problem: message.message});
		case 'history/move':
			return still(model, move(state, message.by));
		case 'history/move-page': {
			const height = state.opened === undefined ? listHeight(model.size) : entryHeight(model.size);
			return still(model, move(state, message.pages * height));
		}
		case 'history/open-entry':
			return still(model, openEntry(model, state));
		case 'history/open-filter': {
			const filterEditor = {field: textField(state.filter), before: state.filter};
			return still(model, {...state, filterEditor});
		}
		case 'history/close-filter': {
			const {filterEditor, ...rest} = state;
			return still(model, message.keep ? rest : withFilter(rest, filterEditor?.before ?? ''));
		}
		case 'history/back':
			return goBack(model, state);
		case 'history/ask-undo':
			return ask(model, state, chosenEntry(state));
		case 'history/undo-entry':
			return undo(model, state);
	}
}

/** After a commit an open history is read again: what was just undone, or what others do, is part of it. */
export function followCommits([model, effects]: Step): Step {
	const isOpen = model.screens.some((screen) => screen.name === 'history');
	return isOpen ? [model, [...effects, {type: 'store/history'}]] : [model, effects];
}

/** The history as it shows only what matches, from the newest on. */
export function withFilter(state: HistoryState, filter: string): HistoryState {
	if (filter === state.filter) return state;
	const shown = matchEntries(state.entries ?? [], filter, state.timeZone);
	return {...state, filter, shown, cursor: 0};
}

/** From an opened change to the list, from a filtered list to all of it, from there to the grid. */
function goBack(model: Model, state: HistoryState): Step {
	const {opened, ...list} = state;
	if (opened !== undefined) return still(model, list);
	return state.filter === '' ? [closeScreen(model), []] : still(model, withFilter(state, ''));
}

function still(model: Model, state: HistoryState): Step {
	const position = model.screens.findLastIndex((screen) => screen.name === 'history');
	return [{...model, screens: model.screens.with(position, state)}, []];
}

/** The cursor stays on its change while newer ones come in above it; at the top it stays at the top. */
function takeEntries(before: HistoryState, entries: readonly Entry[], timeZone: string): HistoryState {
	const {problem: _, ...state} = before;
	const shown = matchEntries(entries, state.filter, timeZone);
	const under = state.cursor === 0 ? undefined : state.shown[state.cursor];
	const found =
		under === undefined
			? 0
			: shown.findIndex(({revision, at}) => revision === under.revision && at === under.at);
	const cursor = found >= 0 ? found : within(state.cursor, shown.length);
	return {...state, entries, shown, timeZone, cursor};
}

function move(state: HistoryState, by: number): HistoryState {
	const {opened} = state;
	if (opened === undefined) {
		return {...state, cursor: within(state.cursor + by, state.shown.length)};
	}
	return {...state, opened: {...opened, cursor: within(opened.cursor + by, opened.lines.length)}};
}

function openEntry(model: Model, state: HistoryState): HistoryState {
	const entry = state.shown[state.cursor];
	if (entry === undefined) return state;
	const lines = listFieldChanges(entry.change);
	return markLeft(model, {...state, opened: {entry, lines, left: new Map(), cursor: 0}});
}

/** An opened change with marks at what an undo would leave in the sheet as it is now. */
function markLeft(model: Model, state: HistoryState): HistoryState {
	const {opened} = state;
	if (opened === undefined) return state;
	return {...state, opened: {...opened, left: indexLeft(planUndo(opened.entry, model.sheet).left)}};
}

function ask(model: Model, state: HistoryState, entry: Entry | undefined): Step {
	if (entry === undefined) return [model, []];
	const plan = planUndo(entry, model.sheet);
	if (isEmptyChange(plan.change)) return [withNotice(model, undoneText(entry.change, plan), 'bad'), []];
	const [asked] = still(model, {...state, asked: {entry, revision: model.sheet.revision}});
	return [openScreen(asked, undoQuestion(entry, plan, model.size)), []];
}

/**
 * What was asked about must be what happens: the list may have grown under the question, so that the cursor is on another
 * change, and where the sheet has changed the question comes again.
 */
function undo(model: Model, state: HistoryState): Step {
	if (state.asked === undefined) return [model, []];
	const {entry, revision} = state.asked;
	if (revision !== model.sheet.revision) {
		const told = withNotice(model, 'The sheet has changed meanwhile: please look again.', 'bad');
		return ask(told, state, entry);
	}
	const plan = planUndo(entry, model.sheet);
	const {opened: _, asked: __, ...list} = state;
	const [back] = still(model, {...withFilter(list, ''), cursor: 0});
	const told = withNotice(back, undoneText(entry.change, plan), 'good');
	return makeChange(told, plan.change, {origination: {from: 'undo'}, prefer: 'theirs'});
}

function within(index: number, length: number): number {
	return Math.max(0, Math.min(index, length - 1));
}
