import type {Effect} from '../../source/app/effect.ts';
import type {Keymap} from '../../source/app/keymap/keymap.ts';
import type {Keymaps} from '../../source/app/keymap/keymaps.ts';
import type {Message} from '../../source/app/message.ts';
import {initialModel, type Model} from '../../source/app/model.ts';
import {makeChange} from '../../source/app/saving/make-change.ts';
import type {Origin} from '../../source/app/saving/queue/origin.ts';
import {planUndoing} from '../../source/app/saving/undo-change.ts';
import {type ExaminedEntry, examineEntry} from '../../source/app/screens/history/history-state.ts';
import {scrollIntoView} from '../../source/app/screens/screen-table.ts';
import {initialUsers} from '../../source/app/screens/users/users-state.ts';
import type {Size} from '../../source/app/size.ts';
import type {Step} from '../../source/app/step.ts';
import {arrangeRows} from '../../source/app/table/arrange-rows.ts';
import {update} from '../../source/app/update.ts';
import {applyChange} from '../../source/domain/apply-change.ts';
import {type Change, isEmptyChange} from '../../source/domain/change.ts';
import {countChange, type Entry, type EntrySummary} from '../../source/domain/entry.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import {finishWork} from '../../source/domain/work.ts';
import {fitCommit} from '../../source/store/commit-change.ts';
import {type Keys, resolveKeys} from './go-to.ts';

/** The loop without a terminal and without a disk: messages in, model and effects out. */
export type ModelSession = {
	readonly model: () => Model;
	/** Everything asked of the shell so far, but to wait after Esc; commits are answered at once unless `holdCommits` is on. */
	readonly effects: readonly Effect[];
	readonly send: (message: Message) => void;
	/** Makes a change as a screen does that has no key for it yet. */
	readonly make: (change: Change, origin: Origin) => void;
	/** Presses keys by chord; a string of several characters that is no chord is typed. */
	readonly press: (...keys: readonly Keys[]) => void;
	/** Somebody else commits a change: it is in the store, and the screen is told. */
	readonly commitByOther: (change: Change) => void;
	/** The shell has planned an undo or redo of many users, the one asked for first. */
	readonly answerUndo: () => void;
	/** The sheet as a store would have it. */
	readonly stored: () => Sheet;
	/** What was committed, newest first: the history that the loop is given. */
	readonly history: Entry[];
	holdCommits: boolean;
	/** Whether nothing is answered where many rows are to be found or sorted. */
	holdRows: boolean;
	/** Whether the second after Esc does not pass. */
	holdEscape: boolean;
};

const chords =
	/^((ctrl|alt|shift)\+)+.+$|^(up|down|left|right|home|end|pageup|pagedown|enter|tab|escape|backspace|delete|space|f\d+)$/;

/** Who else commits, from where and when. */
const other = {user: 'ben', client: '192.0.2.7'};
/** When the history is read. */
const now = '2026-11-26T12:00:00.000Z';
const otherTime = '2026-11-22T14:03:00.000Z';

/** Opens a sheet in a loop of its own. */
export function openSession(
	sheet: Sheet,
	options: {
		size?: Size;
		readOnly?: boolean;
		keymap?: Keymap;
		keymaps?: Keymaps;
		offersVim?: boolean;
		/** What the shell answers to effects that the session does not answer. */
		answer?: (effect: Effect) => Message | undefined;
	} = {},
): ModelSession {
	const size = options.size ?? {columns: 80, rows: 24};
	let model = scrollIntoView(
		initialModel({
			sheet,
			size,
			readOnly: options.readOnly ?? false,
			grid: initialUsers(sheet),
			...(options.keymap === undefined ? {} : {keymap: options.keymap}),
			...(options.keymaps === undefined ? {} : {keymaps: options.keymaps}),
			...(options.offersVim === undefined ? {} : {offersVim: options.offersVim}),
		}),
	);
	let stored = sheet;
	const effects: Effect[] = [];
	const undoing: Extract<Effect, {type: 'undo/plan'}>[] = [];
	const session: ModelSession = {
		model: () => model,
		effects,
		send,
		make: (change, origin) => take(makeChange(model, change, origin)),
		press: (...keys) => {
			for (const named of keys)
				for (const key of resolveKeys(named, model))
					for (const part of chords.test(key) ? [key] : [...key]) send(pressed(part));
		},
		commitByOther: (change) => {
			stored = applyChange(stored, change);
			const entries = [entryOfOther(stored.revision, change)];
			send({type: 'store/changed', sheet: stored, entries, timeZone: 'UTC'});
		},
		answerUndo: () => {
			const effect = undoing.shift();
			if (effect === undefined) throw new Error('No undo was to be planned');
			const {change, way, sheet: plannedFor} = effect;
			const plan = finishWork(planUndoing(change, way, plannedFor));
			send({type: 'undo/planned', change, way, plan, sheet: plannedFor});
		},
		stored: () => stored,
		history: [],
		holdCommits: false,
		holdRows: false,
		holdEscape: false,
	};
	return session;

	function readHistory(after?: number) {
		if (after === undefined) return {entries: session.history.map(summaryOf)};
		return {entries: session.history.filter(({revision}) => revision > after).map(summaryOf), after};
	}

	function send(message: Message): void {
		take(update(model, message));
	}

	function take([next, asked]: Step): void {
		model = next;
		effects.push(...asked.filter(({type}) => type !== 'escape/wait'));
		for (const effect of asked) {
			const answer = options.answer?.(effect);
			if (answer !== undefined) send(answer);
			if (effect.type === 'table/arrange' && !session.holdRows) {
				const {table, arranging, query} = effect;
				const rows = finishWork(arrangeRows(table, arranging, query));
				send({type: 'arranging/take-rows', arranging, rows});
			}
			if (effect.type === 'store/history')
				send({type: 'history/loaded', ...readHistory(effect.after), now, timeZone: 'Europe/Vienna'});
			if (effect.type === 'escape/wait' && !session.holdEscape) send({type: 'escape/expire'});
			if (effect.type === 'undo/plan') undoing.push(effect);
			if (effect.type === 'history/examine')
				send({type: 'history/examined', examined: examine(effect, session.history)});
			if (effect.type !== 'store/commit' || session.holdCommits) continue;
			const {change, conflicts} = fitCommit(effect.change, effect.base, stored, effect);
			if (!isEmptyChange(change)) {
				stored = applyChange(stored, change);
				session.history.unshift(toEntry(stored.revision, effect.origination, change));
			}
			send({type: 'store/committed', sheet: stored, change, conflicts, others: [], timeZone: 'UTC'});
		}
	}
}

/** What the shell answers when a change is to be examined. */
export function examine(
	{summary, known, sheet}: Extract<Effect, {type: 'history/examine'}>,
	history: readonly Entry[],
): ExaminedEntry {
	const entry = known ?? history.find((one) => summaryOf(one) === summary);
	if (entry === undefined) throw new Error(`Change ${summary.revision} is not in the history`);
	return finishWork(examineEntry(summary, entry, sheet));
}

const summaries = new WeakMap<Entry, EntrySummary>();

/** What the list has of an entry, the same each time. */
export function summaryOf(entry: Entry): EntrySummary {
	const {change, ...rest} = entry;
	const known = summaries.get(entry) ?? {...rest, label: change.label, counts: countChange(change)};
	summaries.set(entry, known);
	return known;
}

/** What somebody else has committed, as the screen is told of it. */
export function entryOfOther(revision: number, change: Change): Entry {
	return {revision, at: otherTime, author: other, origination: {from: 'grid'}, change};
}

function toEntry(revision: number, origination: Entry['origination'], change: Entry['change']): Entry {
	const at = new Date(Date.UTC(2026, 2, 8, 13, revision)).toISOString();
	return {revision, at, author: {user: 'ann'}, origination, change};
}

function pressed(chord: string): Message {
	const isText = !chords.test(chord) || chord === 'space';
	return {
		type: 'input/press-key',
		key: {chord: chord === ' ' ? 'space' : chord, ...(isText ? {text: chord === 'space' ? ' ' : chord} : {})},
	};
}
