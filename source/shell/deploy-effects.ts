import {describeMailWay} from '../domain/message/describe-mail-way.ts';
import {sentWord} from '../domain/message/describe-plan.ts';
import {planMessages} from '../domain/message/plan-messages.ts';
import type {SentMessage} from '../domain/message/sent-message.ts';
import {formatFinding} from '../domain/problem.ts';
import {usersWithIds} from '../domain/sheet.ts';
import {runSliced} from '../store/run-sliced.ts';
import type {Store} from '../store/store.ts';
import type {EffectRunners} from './effect-runners.ts';
import {machineTimeZone} from './machine-time-zone.ts';
import {outboxFolder, usualPerMinute} from './open-mail-route.ts';
import {runDeployment} from './run-deployment.ts';

/** What plans and sends messages. */
export function createDeployRunners(store: Store) {
	let planning = new AbortController();
	let sending = new AbortController();

	return {
		'deploy/plan': async ({ids, again, sheet}, dispatch) => {
			planning.abort();
			planning = new AbortController();
			const {mail} = sheet.settings;
			const users = usersWithIds(sheet, ids);
			const options = {now: new Date().toISOString(), again};
			const plan = await runSliced(planMessages(users, sheet, options), planning.signal, (progress) =>
				dispatch({type: 'deploy/progressed', progress}),
			);
			if (plan === undefined) return;
			const way = {
				text: describeMailWay(mail, outboxFolder(mail, store.file)),
				done: sentWord(mail),
				perMinute: mail.way === 'smtp' ? usualPerMinute : undefined,
			};
			dispatch({type: 'deploy/planned', plan, way, sheet, again});
		},
		'deploy/send': async ({wanted, sheet}, dispatch) => {
			sending = new AbortController();
			const told = tellTogether((sent) => dispatch({type: 'deploy/sent', sent}));
			const {commit, stopped} = await runDeployment(store, {
				...{wanted, mail: sheet.settings.mail, perMinute: usualPerMinute, env: process.env},
				origination: {from: 'grid'},
				signal: sending.signal,
				onSent: told.add,
			});
			told.flush();
			if (commit !== undefined) {
				const {sheet: after, others} = commit;
				dispatch({type: 'store/changed', sheet: after, entries: others, timeZone: machineTimeZone()});
			}
			const reason =
				stopped === undefined ? undefined : 'kind' in stopped ? stopped.message : formatFinding(stopped);
			dispatch({type: 'deploy/ended', stopped: reason});
		},
		'deploy/cancel': () => {
			planning.abort();
			sending.abort();
		},
	} satisfies EffectRunners<'deploy/plan' | 'deploy/send' | 'deploy/cancel'>;
}

/** Milliseconds between two drawings of how far it has come: files are written far more quickly. */
const between = 200;

/** Tells what comes one by one in groups, of which none waits for long. */
function tellTogether(tell: (sent: readonly SentMessage[]) => void) {
	let waiting: SentMessage[] = [];
	let timer: NodeJS.Timeout | undefined;
	const flush = (): void => {
		clearTimeout(timer);
		timer = undefined;
		if (waiting.length > 0) tell(waiting);
		waiting = [];
	};
	return {
		add(sent: SentMessage): void {
			waiting.push(sent);
			timer ??= setTimeout(flush, between);
		},
		flush,
	};
}
