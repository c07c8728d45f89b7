import {composeMessage} from '../domain/message/compose-message.ts';
import {describePlan} from '../domain/message/describe-plan.ts';
import {maskMessage} from '../domain/message/mask-message.ts';
import {isBlocked, type MessagePlan} from '../domain/message/plan-messages.ts';
import type {SentMessage} from '../domain/message/sent-message.ts';
import {count, type Finding, formatFinding, type Problem} from '../domain/problem.ts';
import {findProfile} from '../domain/profile.ts';
import type {Sheet} from '../domain/sheet.ts';
import type {User} from '../domain/user.ts';
import type {Commit} from '../store/commit-change.ts';
import type {StoreError} from '../store/store-error.ts';
import {type ExitCode, exitCodes} from './exit-code.ts';
import {jsonReport} from './format-json.ts';
import {groupProblems} from './group-problems.ts';
import {type Io, printLine, printLines, writePieces} from './io.ts';

/** What a run of messages was to do, and has done. */
export type DeployReport = {
	readonly plan: MessagePlan;
	/** Those of the plan. */
	readonly users: readonly User[];
	readonly sheet: Sheet;
	/** What has happened to a message that was accepted. */
	readonly done: 'written' | 'sent';
	/** Where the messages go, in words. */
	readonly way: string;
	readonly dryRun: boolean;
	readonly sent: readonly SentMessage[];
	/** Why it did not begin, or stopped before the end. */
	readonly stopped?: Finding | StoreError;
	readonly commit?: Commit;
};

const results = ['accepted', 'rejected', 'deferred', 'unknown', 'skipped'] as const;

/** Tells a person or a script what was sent, and what was not and why. No link, no code and no password is in it. */
export async function printDeployment(io: Io, report: DeployReport, json: boolean): Promise<void> {
	const {plan, users, way, dryRun, sent, stopped, commit} = report;
	const problems = listProblems(report);
	if (json) {
		const {fault, refused, incomplete, 'no-link': noLink, unknown, again, ready} = plan.counts;
		const counts = {ready, again, unknown, noLink, incomplete, refused, fault};
		const done = Object.fromEntries(results.map((result) => [result, countSent(sent, result)]));
		const body = {
			...{dryRun, way, users: users.length, counts, ...done},
			revision: commit?.entry?.revision ?? null,
			stopped: stopped === undefined ? null : stopped.message,
			messages: sent.map(({id, name, result, reason}) => ({id, name, result, code: reason?.code ?? null})),
		};
		await writePieces(io.stdout, jsonReport(body, problems));
		return;
	}
	await printLines(io.stderr, groupProblems(problems));
	if (users.length === 0) return printLine(io.stderr, 'No message is to be sent.');
	if (isBlocked(plan)) return printLine(io.stderr, 'Nothing was sent to anybody: put that right first.');
	if (dryRun) return printLines(io.stdout, previewLines(report));
	if (stopped !== undefined && !('kind' in stopped)) printLine(io.stderr, formatFinding(stopped));
	await printLines(io.stdout, [`${describeDone(report).join(', ')}.`]);
}

/** What became of how many: "12 messages written", "1 rejected", "3 not tried". */
function describeDone({sent, plan, done}: DeployReport): readonly string[] {
	const left = plan.counts.ready - sent.length;
	return [
		count(countSent(sent, 'accepted'), `message ${done}`, `messages ${done}`),
		...results
			.filter((result) => result !== 'accepted' && countSent(sent, result) > 0)
			.map((result) => `${countSent(sent, result).toLocaleString('en-US')} ${result}`),
		...(left > 0 ? [`${left.toLocaleString('en-US')} not tried`] : []),
		...(plan.counts.again + plan.counts.unknown > 0
			? [
					`${(plan.counts.again + plan.counts.unknown).toLocaleString('en-US')} left out: --again sends to them, too`,
				]
			: []),
	];
}

/** What would be sent, and the first message as it is, but for what is a credential. */
function previewLines({plan, users, sheet, way}: DeployReport): readonly string[] {
	const place = plan.rows.findIndex(({status}) => status === 'ready');
	const user = users[place];
	const profile = user && findProfile(sheet.profiles, user.profile);
	const composed = user && profile && composeMessage(user, profile, sheet.settings.mail);
	const last = `Dry run: nothing was sent. ${describeNext(plan)}`;
	if (user === undefined || composed?.kind !== 'message') return [`${describePlan(plan).join(', ')}.`, last];
	const counts = `${describePlan(plan).join(', ')}, ${way}.`;
	const {subject, text} = maskMessage(composed.message, user);
	const head = [`To: ${composed.message.to.address}`, `Subject: ${subject}`, ''];
	return [
		counts,
		'',
		'The first one, with dots for the link and the code:',
		'',
		...head,
		...text.split('\n'),
		last,
	];
}

/** What the command would do without `--dry-run`, and with `--again`. */
function describeNext({counts}: MessagePlan): string {
	const again = counts.again + counts.unknown > 0 ? ' --again sends to those who got one, too.' : '';
	if (counts.ready === 0) return `No message is to be sent.${again}`;
	return `The same command without --dry-run does it.${again}`;
}

/** What keeps messages from being sent, and what became of those that were not accepted. */
function listProblems({plan, sent}: DeployReport): readonly Problem[] {
	const before = plan.rows
		.filter(({status}) => status !== 'ready' && status !== 'again' && status !== 'unknown')
		.flatMap(({faults}) => faults);
	const after = sent.flatMap(({id, name, reason}): readonly Problem[] =>
		reason === undefined ? [] : [{severity: 'error', ...reason, id: String(id), who: name}],
	);
	return [...before, ...after];
}

function countSent(sent: readonly SentMessage[], wanted: SentMessage['result']): number {
	return sent.filter(({result}) => result === wanted).length;
}

/** Done only where each of the chosen users has got a message. */
export function deployExitCode({plan, users, dryRun, sent, stopped}: DeployReport): ExitCode {
	if (isBlocked(plan)) return exitCodes.refused;
	const accepted = dryRun ? plan.counts.ready : countSent(sent, 'accepted');
	if (accepted === users.length) return exitCodes.done;
	if (accepted > 0) return exitCodes.partial;
	return stopped === undefined ? exitCodes.refused : exitCodes.usage;
}
