import {expect} from 'vitest';
import type {Effect} from '../../../source/app/effect.ts';
import {withQuestions} from '../../../source/app/loop/ask-refused.ts';
import type {Message} from '../../../source/app/message.ts';
import {initialModel, type Model, topScreen} from '../../../source/app/model.ts';
import {makeChange} from '../../../source/app/saving/make-change.ts';
import type {Origin} from '../../../source/app/saving/queue/origin.ts';
import {initialUsers} from '../../../source/app/screens/users/users-state.ts';
import type {Step} from '../../../source/app/step.ts';
import {update} from '../../../source/app/update.ts';
import {applyChange} from '../../../source/domain/apply-change.ts';
import {type Change, isEmptyChange} from '../../../source/domain/change.ts';
import type {Entry} from '../../../source/domain/entry.ts';
import type {Sheet} from '../../../source/domain/sheet.ts';
import {fitCommit} from '../../../source/store/commit-change.ts';
import {entryOfOther} from '../../helpers/model-session.ts';
import {type Described, describeChange, nameOf} from './described.ts';
import {ExpectedQueue} from './expected-queue.ts';

type StoreCommit = Extract<Effect, {type: 'store/commit'}>;
type Committed = Extract<Message, {type: 'store/committed'}>;

/** The store that both sheets are kept in: a commit is made when the test says so, and who is told of it later. */
export class Disk {
	readonly log: {readonly by: OneSheet; readonly entry: Entry}[] = [];
	sheet: Sheet;

	constructor(sheet: Sheet) {
		this.sheet = sheet;
	}

	write(by: OneSheet, change: Change): void {
		this.sheet = applyChange(this.sheet, change);
		this.log.push({by, entry: entryOfOther(this.sheet.revision, change)});
	}
}

/** One of the sheets on a store, with what it should hold, and what is on its way to and from it. */
export class OneSheet {
	model: Model;
	readonly expected = new ExpectedQueue();
	/** What was asked of the store and not done yet. */
	readonly asked: StoreCommit[] = [];
	/** What the store has said and this sheet has not been told of yet, in order. */
	readonly inbox: Message[] = [];
	/** Every value that was on the screen, by cell. */
	private readonly seen = new Set<string>();
	marked = new Set<string>();
	/** The values that the open question shows as theirs, by cell; undefined while none is open. */
	question: Map<string, string | undefined> | undefined;
	/** Whom an open question asks to delete. */
	toDelete: readonly string[] = [];
	private told = 0;

	private readonly disk: Disk;

	constructor(disk: Disk) {
		this.disk = disk;
		const {sheet} = disk;
		this.model = initialModel({
			sheet,
			size: {columns: 80, rows: 24},
			readOnly: false,
			grid: initialUsers(sheet),
		});
		this.look();
	}

	send(message: Message): void {
		this.take(update(this.model, message));
	}

	private take([model, effects]: Step): void {
		this.model = model;
		for (const effect of effects) if (effect.type === 'store/commit') this.asked.push(effect);
		this.look();
	}

	private look(): void {
		for (const user of this.model.sheet.users)
			for (const [key, value] of Object.entries(user)) this.seen.add(`${nameOf(user)} ${key} ${value}`);
	}

	/** A change is made as a screen makes it. */
	make(change: Change, origin: Origin): void {
		const hash = origin.from === 'import' ? {hash: origin.source.hash} : {};
		if (!isEmptyChange(change))
			this.expected.make({what: describeChange(change), from: origin.from, ...hash});
		const step = withQuestions((model) => makeChange(model, change, origin));
		this.take(step(this.model, {type: 'store/retry'}));
	}

	/** What was put into the queue since it held so many. */
	queuedSince(before: Model): Described | undefined {
		const last = this.model.pending.at(-1);
		if (last === undefined || before.pending.includes(last)) return undefined;
		expect(isEmptyChange(last.change)).toBe(false);
		return describeChange(last.change);
	}

	/** The oldest commit that was asked for is done, or fails. */
	commit(fails: boolean): void {
		const asked = this.asked.shift();
		if (asked === undefined) return;
		if (fails) {
			this.inbox.push({type: 'store/failed', message: 'The disk is full.'});
			return;
		}
		const {change, conflicts} = fitCommit(asked.change, asked.base, this.disk.sheet, asked);
		if (asked.prefer !== 'mine') this.expectSeen(change);
		if (!isEmptyChange(change)) this.disk.write(this, change);
		const others = this.takeNews();
		this.inbox.push({
			type: 'store/committed',
			sheet: this.disk.sheet,
			change,
			conflicts,
			others,
			timeZone: 'UTC',
		});
	}

	/** A value of theirs is never replaced before it was on this screen. */
	private expectSeen({updated}: Change): void {
		for (const update of updated)
			for (const [key, {before}] of Object.entries(update.cells))
				expect(this.seen).toContain(`${nameOf(update)} ${key} ${before}`);
	}

	watch(): void {
		const entries = this.takeNews();
		if (entries.length > 0)
			this.inbox.push({type: 'store/changed', sheet: this.disk.sheet, entries, timeZone: 'UTC'});
	}

	private takeNews(): readonly Entry[] {
		const news = this.disk.log.slice(this.told).flatMap(({by, entry}) => (by === this ? [] : [entry]));
		this.told = this.disk.log.length;
		return news;
	}

	/** This sheet is told what the store has said first. */
	deliver(): void {
		const message = this.inbox.shift();
		if (message === undefined) return;
		if (message.type === 'store/committed') this.expectAnswer(message);
		this.send(message);
	}

	private expectAnswer({change, conflicts, sheet}: Committed): void {
		const gone = this.expected.answer(describeChange(change), conflicts, sheet);
		for (const name of gone) this.marked.delete(name);
	}

	isFree(): boolean {
		return topScreen(this.model) === undefined && this.model.grid.editor === undefined;
	}
}
