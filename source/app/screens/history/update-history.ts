import {isEmptyChange, touchedIds} from '../../../domain/change.ts';
import type {EntrySummary} from '../../../domain/entry.ts';
import type {User} from '../../../domain/user.ts';
import type {Effect} from '../../effect.ts';
import {closeScreen, type Model, openScreen, putScreen, topScreen, withNotice} from '../../model.ts';
import {makeChange} from '../../saving/make-change.ts';
import {undoneText} from '../../saving/undone-text.ts';
import type {Step} from '../../step.ts';
import {arrangeAgain} from '../../table/arrange-rows.ts';
import {clearFilter} from '../../table/filter-table.ts';
import {openTable, placesOf} from '../../table/table-state.ts';
import {noteTouched, showTouched} from '../users/show-touched.ts';
import {undoQuestion} from './describe-undo.ts';
import type {HistoryMessage} from './history-messages.ts';
import {chosenEntry, type ExaminedEntry, type HistoryState, unreadHistory} from './history-state.ts';
import {changesTable, historyTable} from './history-table.ts';

type Loaded = Extract<HistoryMessage, {type: 'history/loaded'}>;

/** Everything that happens in the history. */
export function updateHistory(model: Model, message: HistoryMessage): Step {
	if (message.type === 'history/open') {
		return [openScreen(model, unreadHistory), [{type: 'store/history'}]];
	}
	const state = model.screens.findLast((screen) => screen.name === 'history');
	if (state === undefined) return [model, []];
	switch (message.type) {
		case 'history/loaded':
			return markLeft(model, takeEntries(model, state, message));
		case 'history/refused':
			return still(model, {...state, problem: message.message});
		case 'history/open-entry':
			return examine(model, state, chosenEntry(state), 'open');
		case 'history/examined':
			return takeExamined(model, state, message.examined);
		case 'history/unreadable':
			return takeUnreadable(model, state, message);
		case 'history/back':
			return goBack(model, state);
		case 'history/show-users':
			return showUsersOf(model, state);
		case 'history/ask-undo':
			return examine(model, state, chosenEntry(state), 'undo');
		case 'history/undo-entry':
			return undo(model, state);
	}
}

/** From a filtered list to all of it, from an opened change to the list, from there to the grid. */
function goBack(model: Model, state: HistoryState): Step {
	const {waiting, ...rest} = state;
	if (waiting !== undefined) return still(model, rest);
	const table = historyTable(state, model);
	if (table.state.filter !== '') return clearFilter(table);
	const {opened, ...list} = rest;
	return opened === undefined ? [closeScreen(model), []] : still(model, list);
}

function still(model: Model, state: HistoryState): Step {
	return [putScreen(model, state), []];
}

/** The cursor stays on its change while newer ones come in above it; at the top it stays at the top. */
function takeEntries(model: Model, before: HistoryState, loaded: Loaded): HistoryState {
	const {problem: _, ...state} = before;
	const {now, timeZone} = loaded;
	const entries = loaded.after === undefined ? loaded.entries : withNewer(state.entries, loaded.entries);
	// What is newer than a list that is not there yet comes with that list.
	if (entries === undefined) return before;
	const next = {...state, entries, now, timeZone};
	const list = arrangeAgain(changesTable(next, model));
	return {...next, list: state.list.cursor.row === 0 ? {...state.list, rows: list.rows} : list};
}

/** The list with what is newer than its first; answers may overtake one another, and tell of the same. */
function withNewer(
	known: readonly EntrySummary[] | undefined,
	loaded: readonly EntrySummary[],
): readonly EntrySummary[] | undefined {
	const newest = known?.[0]?.revision ?? 0;
	const newer = loaded.filter(({revision}) => revision > newest);
	return newer.length === 0 || known === undefined ? known : [...newer, ...known];
}

/** Has a change looked at before it is opened or undone; what an opened one shows is known already. */
function examine(
	model: Model,
	state: HistoryState,
	summary: EntrySummary | undefined,
	to: 'open' | 'undo',
): Step {
	if (summary === undefined) return [model, []];
	const opened = state.opened?.summary === summary ? state.opened : undefined;
	if (to === 'undo' && opened !== undefined && isCurrent(opened, model)) return ask(model, state, opened);
	const [next] = still(model, {...state, waiting: {summary, to}});
	return [next, [askToExamine(model, summary, opened)]];
}

function askToExamine({sheet}: Model, summary: EntrySummary, known: ExaminedEntry | undefined): Effect {
	return {type: 'history/examine', summary, sheet, ...(known === undefined ? {} : {known: known.entry})};
}

/** An opened change gets new marks at what an undo would leave in the sheet as it is now. */
function markLeft(model: Model, state: HistoryState): Step {
	const [next] = still(model, state);
	const {opened} = state;
	if (opened === undefined || isCurrent(opened, model)) return [next, []];
	return [next, [askToExamine(model, opened.summary, opened)]];
}

/** Whether the sheet is still the one that an undo was planned for: a commit hands back the same users in a list of its own. */
function isCurrent({plannedFor}: ExaminedEntry, {sheet}: Model): boolean {
	return (
		plannedFor === sheet ||
		(plannedFor.revision === sheet.revision && isSameList(plannedFor.users, sheet.users))
	);
}

function isSameList(one: readonly User[], other: readonly User[]): boolean {
	return one.length === other.length && one.every((user, index) => user === other[index]);
}

function takeExamined(model: Model, before: HistoryState, examined: ExaminedEntry): Step {
	const {waiting, ...state} = before;
	const {summary} = examined;
	const isWaiting = waiting?.summary === summary;
	// Where the sheet has changed meanwhile and no key waits, a later answer is on its way.
	if (!isCurrent(examined, model))
		return isWaiting ? examine(model, state, summary, waiting.to) : [model, []];
	const opened = state.opened?.summary === summary ? {opened: {...examined, table: state.opened.table}} : {};
	if (!isWaiting) return still(model, {...before, ...opened});
	if (waiting.to === 'open')
		return still(model, {...state, opened: {...examined, table: openTable(placesOf(examined.lines.length))}});
	const found = {...state, ...opened};
	// A person who is asked whether to quit is not asked something else.
	return topScreen(model)?.name === 'history' ? ask(model, found, examined) : still(model, found);
}

/** The grid with the users whom the opened change has created or changed, as far as they are there. */
function showUsersOf(model: Model, {opened}: HistoryState): Step {
	if (opened === undefined) return [model, []];
	const {revision, change} = opened.entry;
	return showTouched(noteTouched(model, touchedIds(change)), `change ${revision.toLocaleString('en-US')}`);
}

function takeUnreadable(
	model: Model,
	{waiting, ...state}: HistoryState,
	{summary, message}: Extract<HistoryMessage, {type: 'history/unreadable'}>,
): Step {
	if (waiting?.summary !== summary) return [model, []];
	const [next] = still(model, state);
	return [withNotice(next, message, 'bad'), []];
}

function ask(model: Model, state: HistoryState, examined: ExaminedEntry): Step {
	const {entry, plan} = examined;
	const [asked] = still(model, {...state, asked: examined});
	if (isEmptyChange(plan.change)) return [withNotice(asked, undoneText(entry.change, plan), 'bad'), []];
	return [openScreen(asked, undoQuestion(entry, plan, model.size)), []];
}

/**
 * What was asked about must be what happens: the list may have grown under the question, so that the cursor is on another
 * change, and where the sheet has changed the question comes again.
 */
function undo(model: Model, state: HistoryState): Step {
	const {asked} = state;
	if (asked === undefined) return [model, []];
	const {summary, entry, plan} = asked;
	if (!isCurrent(asked, model)) {
		const told = withNotice(model, 'The sheet has changed meanwhile: please look again.', 'bad');
		return examine(told, state, summary, 'undo');
	}
	const {opened: _, asked: __, ...list} = state;
	const all = arrangeAgain(changesTable({...list, list: openTable([])}, model));
	const [back] = still(model, {...list, list: all});
	const told = withNotice(back, undoneText(entry.change, plan), 'good');
	return makeChange(told, plan.change, {from: 'undo'});
}
