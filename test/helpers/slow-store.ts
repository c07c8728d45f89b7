import {applyChange} from '../../source/domain/apply-change.ts';
import {type Change, isEmptyChange} from '../../source/domain/change.ts';
import type {Entry} from '../../source/domain/entry.ts';
import {findUser, type Sheet} from '../../source/domain/sheet.ts';
import type {User} from '../../source/domain/user.ts';
import {fitCommit} from '../../source/store/commit-change.ts';
import {entryOfOther, type ModelSession, openSession} from './model-session.ts';

/** A session whose commits wait until they are answered, and a disk that others write to meanwhile. */
export type SlowSession = ModelSession & SlowStore;

type SlowStore = {
	readonly disk: () => Sheet;
	/** What another process does to the sheet. */
	readonly writeAsOther: (change: Change) => void;
	/** Tells the screen of what others have written so far. */
	readonly tellOthers: () => void;
	/** Answers the commits that were asked for: one that must be there, the next one if there is any, all. */
	readonly answerOne: () => void;
	readonly answerNext: () => void;
	readonly answerAll: () => void;
	readonly fail: (message: string) => void;
};

/** Opens a sheet on a disk that is slow to answer. */
export function openSlowSession(sheet: Sheet): SlowSession {
	return withSlowStore(openSession(sheet), sheet);
}

/** A session that has just been opened with this sheet, on a disk that is slow to answer. */
export function withSlowStore<Session extends ModelSession>(
	session: Session,
	sheet: Sheet,
): Session & SlowStore {
	session.holdCommits = true;
	let disk = sheet;
	/** What the screen has not been told of yet. */
	const others: Entry[] = [];
	let answered = 0;
	const nextCommit = () => {
		const commit = session.effects.filter((effect) => effect.type === 'store/commit')[answered];
		if (commit !== undefined) answered += 1;
		return commit;
	};
	const answerOne = (): boolean => {
		const commit = nextCommit();
		if (commit === undefined) return false;
		const {change, conflicts} = fitCommit(commit.change, commit.base, disk, commit);
		if (!isEmptyChange(change)) disk = applyChange(disk, change);
		session.send({
			type: 'store/committed',
			sheet: disk,
			change,
			conflicts,
			others: others.splice(0),
			timeZone: 'UTC',
		});
		return true;
	};
	return Object.assign(session, {
		disk: () => disk,
		writeAsOther: (change: Change) => {
			disk = applyChange(disk, change);
			others.push(entryOfOther(disk.revision, change));
		},
		tellOthers: () => {
			session.send({type: 'store/changed', sheet: disk, entries: others.splice(0), timeZone: 'UTC'});
		},
		answerOne: () => {
			if (!answerOne()) throw new Error('No commit was asked for');
		},
		answerNext: () => {
			answerOne();
		},
		answerAll: () => {
			while (answerOne());
		},
		fail: (message: string) => {
			if (nextCommit() === undefined) throw new Error('No commit was asked for');
			session.send({type: 'store/failed', message});
		},
	});
}

/** The user with this ID, who must be there. */
export function userOf(sheet: Sheet, id: number): User {
	const user = findUser(sheet, id);
	if (user === undefined) throw new Error(`No user ${id}`);
	return user;
}
