import {type Command, InvalidArgumentError} from 'commander';
import {describeMailWay} from '../domain/message/describe-mail-way.ts';
import {describePlan, sentWord} from '../domain/message/describe-plan.ts';
import {isBlocked, type MessagePlan, planMessages} from '../domain/message/plan-messages.ts';
import type {SentMessage} from '../domain/message/sent-message.ts';
import {count} from '../domain/problem.ts';
import type {MailSettings} from '../domain/sheet.ts';
import type {User} from '../domain/user.ts';
import {finishWork} from '../domain/work.ts';
import {outboxFolder, usualPerMinute} from '../shell/open-mail-route.ts';
import {runDeployment} from '../shell/run-deployment.ts';
import {type Failed, isStoreError} from '../store/store-error.ts';
import type {Act} from './act.ts';
import {addUserFlags, chooseUsers, failUnchosen, isChosen, type UserFlags} from './chosen-users.ts';
import {type Context, failStore, type Opened, reportConflicts, withSheet} from './context.ts';
import {type DeployReport, deployExitCode, printDeployment} from './deploy-report.ts';
import {type ExitCode, exitCodes} from './exit-code.ts';
import {printLine} from './io.ts';
import {jsonHelp} from './json-help.ts';

type DeployFlags = UserFlags & {
	readonly dryRun?: boolean;
	readonly json?: boolean;
	readonly outbox?: string;
	readonly again?: boolean;
	readonly retry?: boolean;
	readonly perMinute?: number;
};

const help = `
Users who are incomplete or have no link get no message, and are listed. A
placeholder that is wrong, or that some user has no value for, keeps the others
from getting one, too. The password of the mail server comes from the file that
USERSHEET_SMTP_PASSWORD_FILE names, from "smtp-password" beside your settings,
or from USERSHEET_SMTP_PASSWORD. Ctrl+C ends it after the message that is under
way.`;

/** `usersheet deploy`. */
export function registerDeploy(program: Command, act: Act): void {
	addUserFlags(
		program
			.command('deploy')
			.description('send users their deployment links, with QR code, as the settings say'),
	)
		.option('--all', 'all users')
		.option('--dry-run', 'show what would be sent; nothing is')
		.option('--json', 'print the result as one JSON object')
		.option(
			'--outbox <folder>',
			'write the messages as .eml files into this folder, whatever the settings say',
		)
		.option('--again', 'also to those who got one within a day, or perhaps got one')
		.option('--retry', 'only to those whose last message was rejected or deferred')
		.option(
			'--per-minute <n>',
			`most messages within a minute over a mail server (${usualPerMinute})`,
			parseRate,
		)
		.addHelpText('after', `${help}\n${jsonHelp.deploy}`)
		.action(act(runDeploy));
}

async function runDeploy(context: Context, flags: DeployFlags): Promise<number> {
	const {io} = context;
	if (!isChosen(flags)) return failUnchosen(io);
	return withSheet(context, flags.dryRun === true ? 'read' : 'write', async (opened) => {
		const settled = flags.dryRun === true ? opened : await settleMail(opened);
		if (isStoreError(settled)) return failStore(io, settled.error);
		const chosen = await chooseUsers(flags, settled, io);
		if ('failed' in chosen) return chosen.failed;
		const users = flags.retry === true ? chosen.users.filter(mayRetry) : chosen.users;
		const options = {now: new Date().toISOString(), again: flags.again === true};
		const plan = finishWork(planMessages(users, settled.sheet, options));
		return deploy(context, flags, settled, users, plan);
	});
}

/** The sheet with what a run that was killed a moment ago has sent: without it everybody in it would only be skipped. */
async function settleMail({store}: Opened): Promise<Opened | Failed> {
	const failure = await store.mailing.settle({patient: true});
	const sheet = failure ?? store.read();
	return isStoreError(sheet) ? sheet : {store, sheet};
}

async function deploy(
	{io}: Context,
	flags: DeployFlags,
	opened: Opened,
	users: readonly User[],
	plan: MessagePlan,
): Promise<ExitCode> {
	const {outbox} = flags;
	const {settings} = opened.sheet;
	const mail: MailSettings = outbox === undefined ? settings.mail : {...settings.mail, way: 'outbox', outbox};
	const way = describeMailWay(mail, outboxFolder(mail, opened.store.file));
	const {dryRun = false, json = false, perMinute = usualPerMinute} = flags;
	const report: DeployReport = {
		plan,
		users,
		sheet: opened.sheet,
		way,
		done: sentWord(mail),
		dryRun,
		sent: [],
	};
	const wanted = isBlocked(plan) ? [] : plan.rows.filter(({status}) => status === 'ready');
	if (dryRun || wanted.length === 0) {
		await printDeployment(io, report, json);
		return deployExitCode(report);
	}
	if (!json) printLine(io.stderr, `${describePlan(plan).join(', ')}, ${way}.`);
	const sent: SentMessage[] = [];
	const stopping = new AbortController();
	const forget = io.onInterrupt?.(() => stopping.abort());
	const end = await runDeployment(opened.store, {
		...{wanted, mail, perMinute, env: io.env, signal: stopping.signal},
		origination: {from: 'command-line'},
		onSent(one) {
			sent.push(one);
			if (!json && sent.length % messagesPerLine === 0)
				printLine(io.stderr, `${sent.length.toLocaleString('en-US')} of ${count(wanted.length, 'message')}.`);
		},
	});
	forget?.();
	if (end.stopped !== undefined && 'kind' in end.stopped) {
		failStore(io, end.stopped);
		if (sent.length === 0) return exitCodes.store;
	}
	if (end.commit !== undefined) reportConflicts(io, end.commit.conflicts);
	const done = {
		...report,
		sent,
		...(end.stopped === undefined ? {} : {stopped: end.stopped}),
		...(end.commit === undefined ? {} : {commit: end.commit}),
	};
	await printDeployment(io, done, json);
	return deployExitCode(done);
}

/** Messages after which a line tells how far it has come. */
const messagesPerLine = 100;

function mayRetry({mailResult}: User): boolean {
	return mailResult === 'rejected' || mailResult === 'deferred';
}

function parseRate(text: string): number {
	if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
	throw new InvalidArgumentError('It is a number from 1 to 99,999.');
}
