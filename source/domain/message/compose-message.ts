import {checkEmail} from '../check-email.ts';
import {checkLink} from '../check-value.ts';
import type {Finding, Problem} from '../problem.ts';
import type {Profile} from '../profile.ts';
import type {MailSettings} from '../sheet.ts';
import {fullName, type User} from '../user.ts';
import {checkTemplates} from './check-templates.ts';
import {defaultSubject, defaultText} from './default-message.ts';
import type {DeploymentMessage} from './deployment-message.ts';
import {effectiveLink} from './effective-link.ts';
import {findLeak} from './find-leak.ts';
import {formatHtml} from './format-html.ts';
import {fitsQrCode} from './qr-code.ts';
import {cleanValue, type FilledTemplate, fillTemplate, joinPieces, parseTemplate} from './template.ts';

/** What keeps a message from being sent, and whether it keeps all of them from that (rules.md 5.4). */
export type MessageFault = Problem & {readonly concerns: 'all' | 'user'};

/** The message to one user, or all that is in its way. */
export type Composed =
	| {readonly kind: 'message'; readonly message: DeploymentMessage}
	| {readonly kind: 'faults'; readonly faults: readonly MessageFault[]};

/** The parts of a message for one user, or all that is in its way. */
type Prepared =
	| {
			readonly kind: 'parts';
			readonly to: DeploymentMessage['to'];
			readonly subject: FilledTemplate;
			readonly text: FilledTemplate;
			readonly link: string;
	  }
	| {readonly kind: 'faults'; readonly faults: readonly MessageFault[]};

type Mail = Pick<MailSettings, 'contact'>;

/** Makes the message to one user (rules.md 5.0, 5.9, 5.10). */
export function composeMessage(user: User, profile: Profile, mail: Mail): Composed {
	const prepared = prepareMessage(user, profile, mail);
	if (prepared.kind === 'faults') return prepared;
	const {to, subject, text, link} = prepared;
	const message = {
		to,
		subject: finishSubject(joinPieces(subject), user, profile),
		text: `${joinPieces(text)}\n`,
		html: formatHtml(text),
		link,
	};
	return {kind: 'message', message};
}

/** What keeps the message to one user from being sent. */
export function findMessageFaults(user: User, profile: Profile, mail: Mail): readonly MessageFault[] {
	const prepared = prepareMessage(user, profile, mail);
	return prepared.kind === 'faults' ? prepared.faults : [];
}

function prepareMessage(user: User, profile: Profile, mail: Mail): Prepared {
	const wrong = checkTemplates(profile);
	if (wrong.length > 0) return {kind: 'faults', faults: wrong.map((fault) => ({...fault, concerns: 'all'}))};
	const link = effectiveLink(user, profile);
	const unfit = findUnfit('Deployment link', user, checkFinishedLink(link));
	if (unfit.length > 0) return {kind: 'faults', faults: unfit};
	const about = {user, profile, mail, link};
	const subject = fillTemplate(parseTemplate(profile.subject || defaultSubject), about);
	const text = fillTemplate(parseTemplate(profile.messageText || defaultText), about);
	const to = findRecipient(user, profile);
	const faults = [
		...findEmpty('Subject', subject, user),
		...findEmpty('Message text', text, user),
		...findLeaks('Subject', subject, user, profile.subject === ''),
		...findLeaks('Message text', text, user, profile.messageText === ''),
		...findUnfit('Email address', user, checkEmail(to.address)),
	];
	return faults.length > 0 ? {kind: 'faults', faults} : {kind: 'parts', to, subject, text, link};
}

/** The central address of the profile where it has one (rules.md 5.7), else the user's own. */
function findRecipient(user: User, {centralEmail}: Profile): DeploymentMessage['to'] {
	return centralEmail === ''
		? {name: cleanValue(fullName(user)), address: user.email}
		: {name: '', address: centralEmail};
}

/** On one line; mail to a central address says there which user it is about. */
function finishSubject(subject: string, user: User, {centralEmail}: Profile): string {
	const line = cleanValue(subject);
	const name = cleanValue(fullName(user));
	return centralEmail === '' || line.includes(name) ? line : `${line} (${name})`;
}

function findEmpty(column: string, {empty}: FilledTemplate, user: User): readonly MessageFault[] {
	return [...new Set(empty)].map((written) => ({
		...aboutUser(user, column, {
			code: 'empty-placeholder',
			message: 'This user has no value for it.',
			short: 'The user has no value for it',
			fix: `Fill it in, or write "${written.replace(/\s*\}$/, '?}')}": then a line without the value is left out.`,
		}),
		value: written,
		concerns: 'all',
	}));
}

/** A secret that the author of a text has written into it goes to everybody: then nothing is sent at all. */
function findLeaks(
	column: string,
	{lines}: FilledTemplate,
	user: User,
	isOurs: boolean,
): readonly MessageFault[] {
	const leak = findLeak(lines.flat(), user, isOurs);
	if (leak === undefined) return [];
	const {header} = leak.field;
	const finding = leak.isWritten
		? {message: `The ${header} of this user is written in it.`, fix: 'Take it out of the text.'}
		: {message: `The ${header} of this user is in another value.`, fix: `Give the user another ${header}.`};
	const short = `Has the ${leak.field.kind === 'pin' ? 'PIN' : 'password'} in it`;
	return [
		{
			...aboutUser(user, column, {code: 'secret-in-message', short, ...finding}),
			concerns: leak.isWritten ? 'all' : 'user',
		},
	];
}

function findUnfit(column: string, user: User, finding: Finding | undefined): readonly MessageFault[] {
	return finding === undefined ? [] : [{...aboutUser(user, column, finding), concerns: 'user'}];
}

/** What was typed or imported may be anything; its value is in no message, as it is a credential. */
function checkFinishedLink(link: string): Finding | undefined {
	if (link === '') return noLink;
	const finding = checkLink(link);
	if (finding !== undefined) return finding;
	return fitsQrCode(link) ? undefined : tooLong;
}

const noLink: Finding = {
	code: 'no-link',
	message: 'There is no link.',
	short: 'No link',
	fix: 'Fill in "Deployment link", or the link template of the profile.',
};

const tooLong: Finding = {
	code: 'link-too-long',
	message: 'It is too long for a QR code.',
	short: 'Too long for a QR code',
};

function aboutUser(user: User, column: string, finding: Finding): Problem {
	return {severity: 'error', ...finding, id: String(user.id), who: fullName(user), column};
}
