import {randomInt} from 'node:crypto';
import {examineEntry} from '../app/history/history-state.ts';
import {planUndoing} from '../app/undo-change.ts';
import {findProblems} from '../domain/check-in-sheet.ts';
import {generatePin} from '../domain/pin.ts';
import {planPins} from '../domain/plan-pins.ts';
import {expandHome} from '../files/expand-home.ts';
import {listCsvFiles} from '../files/list-csv-files.ts';
import {locateFile} from '../files/locate-file.ts';
import {refuseInput, refuseOwnFile} from '../store/refuse-output.ts';
import {runSliced} from '../store/run-sliced.ts';
import type {Store} from '../store/store.ts';
import {makePlan, readTable, writeContent} from './run-file-effect.ts';
import type {RunEffect} from './runtime.ts';

/** Milliseconds without a commit after which the journal is taken over. */
const idleTime = 20_000;
/** Milliseconds after Esc in which a digit makes a function key of it. */
const escapeTime = 1000;
/** Milliseconds without a key for which PINs stay on the screen (rules.md 3.19). */
const revealTime = 60_000;
const randomInteger = (below: number): number => randomInt(below);

/** What the shell needs: the store, and what only the terminal can do. */
export type Shell = {
	readonly store: Store;
	readonly forgetDraft: () => void;
	readonly redraw: () => void;
	readonly quit: () => void;
};

/** The only place of the screen's side that reaches the store, files and randomness; what takes long with files is beside it. */
export function createEffectRunner({store, forgetDraft, redraw, quit}: Shell): RunEffect {
	let importing = new AbortController();
	/** The file that was read last, which its own rejected rows must not replace. */
	let imported: string | undefined;
	let idle: NodeJS.Timeout | undefined;
	let escaped: NodeJS.Timeout | undefined;
	let revealed: NodeJS.Timeout | undefined;

	/** Once nothing has been committed for a while, the journal is taken over into conf's file. */
	const tidyWhenIdle = (): void => {
		clearTimeout(idle);
		idle = setTimeout(() => void store.checkpoint(), idleTime).unref();
	};

	/** A new reading or planning takes the place of the one before. */
	const startImport = (): AbortSignal => {
		importing.abort();
		importing = new AbortController();
		return importing.signal;
	};

	return async (effect, dispatch) => {
		switch (effect.type) {
			case 'store/commit': {
				const {change, base, prefer, origination} = effect;
				const answer = await store.commit(change, base, {prefer, origination});
				tidyWhenIdle();
				const {timeZone} = new Intl.DateTimeFormat().resolvedOptions();
				return dispatch(
					'error' in answer
						? {type: 'store/failed', message: answer.error.message}
						: {
								type: 'store/committed',
								sheet: answer.sheet,
								change: answer.change,
								conflicts: answer.conflicts,
								others: answer.others,
								timeZone,
							},
				);
			}
			case 'store/backup': {
				const answer = await store.backup();
				return dispatch(
					'error' in answer
						? {type: 'store/backup-failed', message: answer.error.message}
						: {type: 'store/backed-up', file: answer.file},
				);
			}
			case 'store/history': {
				const {type: _, ...wanted} = effect;
				const remarks: string[] = [];
				const answer = await store.history({...wanted, onRemark: (text) => remarks.push(text)});
				const {timeZone} = new Intl.DateTimeFormat().resolvedOptions();
				dispatch(
					'error' in answer
						? {type: 'history/refused', message: answer.error.message}
						: {type: 'history/loaded', entries: answer, timeZone, ...wanted},
				);
				if (remarks.length > 0) dispatch({type: 'store/noticed', text: remarks.join(' ')});
				return;
			}
			case 'history/examine': {
				const {summary, sheet} = effect;
				const entry = effect.known ?? (await store.entry(summary));
				if ('error' in entry) {
					return dispatch({type: 'history/unreadable', summary, message: entry.error.message});
				}
				const work = examineEntry(summary, entry, sheet);
				return dispatch({type: 'history/examined', examined: await runSliced(work)});
			}
			case 'undo/plan': {
				const {type: _, ...undoing} = effect;
				const work = planUndoing(undoing.change, undoing.way, undoing.sheet);
				return dispatch({type: 'undo/planned', ...undoing, plan: await runSliced(work)});
			}
			case 'file/list':
				return dispatch({
					type: 'import/files-listed',
					path: effect.path,
					files: await listCsvFiles(effect.path),
				});
			case 'file/read':
				imported = expandHome(effect.path);
				return readTable(effect.path, store, startImport(), dispatch);
			case 'import/plan':
				return makePlan(effect, startImport(), dispatch);
			case 'import/cancel':
				return importing.abort();
			case 'file/write': {
				const isRejects = effect.content.kind === 'rejects';
				const input = isRejects && imported !== undefined ? await locateFile(imported) : undefined;
				return writeContent(effect, dispatch, (file) => {
					return (
						refuseOwnFile(store.file, file) ?? (input === undefined ? undefined : refuseInput(input, file))
					);
				});
			}
			case 'pin/make':
				return dispatch({type: 'pin/made', pin: generatePin(randomInteger, effect.avoid)});
			case 'pin/plan': {
				const {users} = effect;
				const work = planPins(users, effect.choice, randomInteger);
				return dispatch({type: 'pin/planned', ...(await runSliced(work)), users});
			}
			case 'problem/find': {
				const found = await runSliced(findProblems(effect.sheet, effect.ids, 1));
				return found && dispatch({type: 'grid/problem-found', ids: effect.ids, found});
			}
			case 'draft/forget':
				return forgetDraft();
			case 'escape/wait':
				clearTimeout(escaped);
				// Whoever waits for the loop to be idle does not wait for this.
				escaped = setTimeout(() => dispatch({type: 'escape/expire'}), escapeTime).unref();
				return;
			case 'screen/hide-later':
				clearTimeout(revealed);
				revealed = setTimeout(() => dispatch({type: 'screen/hide-secrets'}), revealTime).unref();
				return;
			case 'screen/redraw':
				return redraw();
			case 'app/quit':
				// A pipe that is waited for would keep the process.
				importing.abort();
				return quit();
		}
	};
}
