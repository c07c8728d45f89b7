import {applyChange, type Change} from '../../source/domain/change.ts';
import {findUser, type Sheet} from '../../source/domain/sheet.ts';
import type {User} from '../../source/domain/user.ts';
import {fitToCurrent} from '../../source/store/fit-to-current.ts';
import {type ModelSession, openSession} from './model-session.ts';

/** A session whose commits wait until they are answered, and a disk that others write to meanwhile. */
export type SlowSession = ModelSession & {
	readonly disk: () => Sheet;
	/** What another process does to the sheet. */
	readonly writeAsOther: (change: Change) => void;
	/** Answers the commits that were asked for, one or all. */
	readonly answerOne: () => void;
	readonly answerAll: () => void;
	readonly fail: (message: string) => void;
};

/** Opens a sheet on a disk that is slow to answer. */
export function openSlowSession(sheet: Sheet): SlowSession {
	const session = openSession(sheet);
	session.holdCommits = true;
	let disk = sheet;
	let answered = 0;
	const nextCommit = () => {
		const commit = session.effects.filter((effect) => effect.type === 'store/commit')[answered];
		if (commit !== undefined) answered += 1;
		return commit;
	};
	const answerOne = (): boolean => {
		const commit = nextCommit();
		if (commit === undefined) return false;
		const {change, conflicts} = fitToCurrent(commit.change, commit.base, disk, commit.prefer);
		disk = applyChange(disk, change);
		session.send({type: 'store/committed', sheet: disk, change, conflicts});
		return true;
	};
	return Object.assign(session, {
		disk: () => disk,
		writeAsOther: (change: Change) => {
			disk = applyChange(disk, change);
		},
		answerOne: () => {
			if (!answerOne()) throw new Error('No commit was asked for');
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
