import {randomInt} from 'node:crypto';
import {planJob} from '../domain/cells/plan-job.ts';
import {planReplace} from '../domain/cells/plan-replace.ts';
import {findProblems} from '../domain/check-in-sheet.ts';
import {generatePin} from '../domain/pin.ts';
import {planPins} from '../domain/pins/plan-pins.ts';
import {planTold} from '../domain/pins/told-pin.ts';
import {usersWithIds} from '../domain/sheet.ts';
import {runSliced} from '../store/run-sliced.ts';
import type {EffectRunners} from './effect-runners.ts';

const randomInteger = (below: number): number => randomInt(below);

/** What is worked out about users: their PINs, and what is wrong with them. */
export const userRunners = {
	'pin/make': ({avoid, id}, dispatch) => {
		const pin = generatePin(randomInteger, avoid);
		dispatch(id === undefined ? {type: 'form/take-pin', pin} : {type: 'users/take-pin', id, pin});
	},
	'pin/plan': async ({users, choice}, dispatch) => {
		const planned = await runSliced(planPins(users, choice, randomInteger));
		dispatch({type: 'pin/planned', ...planned, users});
	},
	'fill/plan': async ({job, readSheet}, dispatch) => {
		const sheet = await runSliced(readSheet());
		dispatch({type: 'fill/planned', job, sheet, plan: await runSliced(planJob(job, sheet))});
	},
	'replace/plan': async ({ids, given, readSheet}, dispatch) => {
		const sheet = await runSliced(readSheet());
		const plan = await runSliced(planReplace(ids, given, sheet));
		dispatch({type: 'replace/found', ids, given, sheet, plan});
	},
	'pins/plan-tick': async ({type: _, ...job}, dispatch) => {
		const users = usersWithIds(job.sheet, job.ids);
		const plan = await runSliced(planTold(users, job.told));
		dispatch({type: 'pins/tick-planned', ...job, plan});
	},
	'problem/find': async ({sheet, ids}, dispatch) => {
		const found = await runSliced(findProblems(sheet, ids, 1));
		dispatch({type: 'users/problem-found', ids, found});
	},
} satisfies EffectRunners<
	'pin/make' | 'pin/plan' | 'fill/plan' | 'replace/plan' | 'pins/plan-tick' | 'problem/find'
>;
