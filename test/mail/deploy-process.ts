/** A process of its own that sends to all users who are to get a message, and is meant to be killed. */
import process from 'node:process';
import {planMessages} from '../../source/domain/message/plan-messages.ts';
import {finishWork} from '../../source/domain/work.ts';
import {runDeployment} from '../../source/shell/run-deployment.ts';
import {openStore} from '../../source/store/open-store.ts';
import {isStoreError} from '../../source/store/store-error.ts';

const [directory = ''] = process.argv.slice(2);
const opened = await openStore({directory, readOnly: false});
if (isStoreError(opened)) throw new Error(opened.error.message);
const {store, sheet} = opened;
const plan = finishWork(planMessages(sheet.users, sheet, {now: new Date().toISOString(), again: false}));
const end = await runDeployment(store, {
	wanted: plan.rows.filter(({status}) => status === 'ready'),
	mail: sheet.settings.mail,
	perMinute: 1000,
	env: {},
	origination: {from: 'command-line'},
	signal: new AbortController().signal,
	onSent: () => {},
});
await store.close();
if (end.stopped !== undefined) throw new Error(end.stopped.message);
