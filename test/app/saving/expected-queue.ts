import type {Origin} from '../../../source/app/saving/queue/origin.ts';
import type {Conflict} from '../../../source/domain/conflict.ts';
import type {Sheet} from '../../../source/domain/sheet.ts';
import {type Described, decides, isAbout, isNothing, nameOf} from './described.ts';

/** A change that waits, as it should be told of: `hash` is that of the file that it was planned from. */
type Waiting = {readonly what: Described; readonly from: Origin['from']; readonly hash?: string};

type RefusedValue = {readonly value: string; readonly of: Described; isAsked: boolean};

/** What the queue of one sheet should hold: the same rules, written once more without IDs, grid or sheet. */
export class ExpectedQueue {
	pending: readonly Waiting[] = [];
	undo: readonly Described[] = [];
	redo: readonly Described[] = [];
	/** Values by cell. */
	readonly cells = new Map<string, RefusedValue>();
	/** Whether it was asked about, by the hash of the file. */
	readonly imports = new Map<string, {isAsked: boolean}>();

	/** A change is made here. */
	make(entry: Waiting): void {
		this.undo = [...this.undo, entry.what];
		this.redo = [];
		this.enqueue(entry);
	}

	/** The last change is taken back, or made again, by a change of its own unless there is nothing to do. */
	goBack(way: 'undo' | 'redo', by: Described | undefined): void {
		const from = this[way];
		const last = from.at(-1);
		if (last === undefined) return;
		const other = way === 'undo' ? 'redo' : 'undo';
		this[way] = from.slice(0, -1);
		this[other] = [...this[other], last];
		for (const [cell, {of}] of this.cells) if (of === last) this.cells.delete(cell);
		if (by !== undefined) this.enqueue({what: by, from: 'undo'});
	}

	private enqueue(entry: Waiting): void {
		this.pending = [...this.pending, entry];
		for (const cell of this.cells.keys()) if (decides(entry.what, cell)) this.cells.delete(cell);
	}

	/**
	 * The store has answered.
	 *
	 * @returns names of users who are not created after all
	 */
	answer(committed: Described, conflicts: readonly Conflict[], {users}: Sheet): readonly string[] {
		const [made, ...waiting] = this.pending;
		if (made === undefined) throw new Error('Nothing waits for an answer');
		const isUndone = !this.undo.includes(made.what);
		const isRefused = made.from === 'import' && conflicts.length > 0;
		const gone = new Set(isRefused ? made.what.added : []);
		this.pending = waiting.filter(({what}) => !isAbout(what, gone));
		const keep = (what: Described): readonly Described[] => {
			if (what === made.what) return isNothing(committed) ? [] : [committed];
			return isAbout(what, gone) ? [] : [what];
		};
		this.undo = this.undo.flatMap(keep);
		this.redo = this.redo.flatMap(keep);
		if (isUndone) return [...gone];
		if (isRefused) this.imports.set(made.hash ?? '', {isAsked: false});
		if (made.from === 'cells')
			this.refuse(
				made.what,
				committed,
				conflicts.flatMap((one) => {
					const user = one.what === 'user' ? users.find(({id}) => id === one.id) : undefined;
					return user === undefined ? [] : [`${nameOf(user)} ${one.key}`];
				}),
			);
		return [...gone];
	}

	private refuse(made: Described, committed: Described, cells: readonly string[]): void {
		for (const cell of cells) {
			const value = made.set[cell];
			if (value === undefined || this.pending.some(({what}) => decides(what, cell))) continue;
			this.cells.set(cell, {value, of: committed, isAsked: false});
		}
	}

	/** Where there is nothing to decide any more: the user is gone, or has this value now. */
	forgetDecided({users}: Sheet): void {
		const shown = new Map(
			users.flatMap((user) => Object.entries(user).map(([key, value]) => [`${nameOf(user)} ${key}`, value])),
		);
		for (const [cell, {value}] of this.cells)
			if (!shown.has(cell) || shown.get(cell) === value) this.cells.delete(cell);
	}

	askAgain(): void {
		for (const one of [...this.cells.values(), ...this.imports.values()]) one.isAsked = false;
	}
}
