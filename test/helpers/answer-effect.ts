import type {Effect} from '../../source/app/effect.ts';
import type {Message} from '../../source/app/message.ts';
import {planFixes} from '../../source/domain/cells/plan-fixes.ts';
import {planJob} from '../../source/domain/cells/plan-job.ts';
import {planReplace} from '../../source/domain/cells/plan-replace.ts';
import {findProblems} from '../../source/domain/check-in-sheet.ts';
import {countChangedSince} from '../../source/domain/life-cycle/count-changed.ts';
import {planMarks} from '../../source/domain/life-cycle/plan-marks.ts';
import {countWork} from '../../source/domain/life-cycle/worklist.ts';
import {listProblems} from '../../source/domain/list-problems.ts';
import {planMessages} from '../../source/domain/message/plan-messages.ts';
import {planPins} from '../../source/domain/pins/plan-pins.ts';
import {planTold} from '../../source/domain/pins/told-pin.ts';
import {planProfileJob} from '../../source/domain/profiles/plan-profiles.ts';
import {userFinder, usersWithIds} from '../../source/domain/sheet.ts';
import {finishWork} from '../../source/domain/work.ts';
import {createRandom} from './random.ts';

/** A shell without a disk, which answers at once: no file can be used, and the random numbers are the same each time. */
export function createAnswers(): (effect: Effect) => Message | undefined {
	const random = createRandom(1);
	return (effect) => answerEffect(effect, (below) => Math.floor(random() * below));
}

function answerEffect(effect: Effect, randomInteger: (below: number) => number): Message | undefined {
	switch (effect.type) {
		case 'file/list':
			return {type: 'import/files-listed', path: effect.path, files: []};
		case 'file/read':
			return {
				type: 'import/refused',
				problem: {severity: 'error', code: 'file-not-found', message: 'It is not there.', short: 'Not there'},
			};
		case 'file/write': {
			const {path} = effect;
			return {type: 'export/failed', path, reason: 'failed', message: 'The disk is full.'};
		}
		case 'pin/make': {
			const {id} = effect;
			const pin = '482913';
			return id === undefined ? {type: 'form/take-pin', pin} : {type: 'users/take-pin', id, pin};
		}
		case 'pin/plan': {
			const {users, choice} = effect;
			return {type: 'pin/planned', ...finishWork(planPins(users, choice, randomInteger)), users};
		}
		case 'fill/plan': {
			const {job, readSheet} = effect;
			const sheet = finishWork(readSheet());
			return {type: 'fill/planned', job, sheet, plan: finishWork(planJob(job, sheet))};
		}
		case 'replace/plan': {
			const {ids, given, readSheet} = effect;
			const sheet = finishWork(readSheet());
			const plan = finishWork(planReplace(ids, given, sheet));
			return {type: 'replace/found', ids, given, sheet, plan};
		}
		case 'profiles/plan': {
			const {job, sheet} = effect;
			return {type: 'profiles/planned', job, sheet, change: finishWork(planProfileJob(job, sheet))};
		}
		case 'deploy/plan': {
			const {ids, again, sheet} = effect;
			const users = ids.map(userFinder(sheet.users)).filter((user) => user !== undefined);
			const plan = finishWork(planMessages(users, sheet, {now: '2026-11-26T12:00:00.000Z', again}));
			const way = {text: 'as files into /outbox', done: 'written', perMinute: undefined} as const;
			return {type: 'deploy/planned', plan, way, sheet, again};
		}
		case 'pins/plan-tick': {
			const {type: _, ...asked} = effect;
			const users = usersWithIds(asked.sheet, asked.ids);
			return {type: 'pins/tick-planned', ...asked, plan: finishWork(planTold(users, asked.told))};
		}
		case 'deploy/send':
			return {type: 'deploy/ended', stopped: 'The disk is full.'};
		case 'profiles/count':
			return {type: 'profiles/counted', changed: finishWork(countChangedSince(effect.sheet))};
		case 'problem/find': {
			const {sheet, ids} = effect;
			return {type: 'users/problem-found', ids, found: finishWork(findProblems(sheet, ids, 1))};
		}
		case 'problem/list':
			return {type: 'problems/listed', listed: finishWork(listProblems(effect.sheet))};
		case 'worklist/count':
			return {type: 'worklist/counted', entries: finishWork(countWork(effect.sheet))};
		case 'worklist/plan-mark': {
			const {mark, ids, sheet} = effect;
			const plan = finishWork(planMarks(mark, ids, '2026-11-26T09:00:00.000Z', sheet));
			return {type: 'worklist/mark-planned', mark, ids, sheet, plan};
		}
		case 'problem/plan-fixes': {
			const {sheet, problems} = effect;
			return {type: 'problems/planned', sheet, problems, plan: finishWork(planFixes(problems, sheet))};
		}
		default:
			return undefined;
	}
}
