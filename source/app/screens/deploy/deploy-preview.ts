import {composeMessage} from '../../../domain/message/compose-message.ts';
import {drawQrCode} from '../../../domain/message/draw-qr-code.ts';
import {maskMessage} from '../../../domain/message/mask-message.ts';
import {makeQrCode} from '../../../domain/message/qr-code.ts';
import {formatProblem} from '../../../domain/problem.ts';
import {findProfile} from '../../../domain/profile.ts';
import {findUser} from '../../../domain/sheet.ts';
import {fullName} from '../../../domain/user.ts';
import {textWidth, wrapText} from '../../../terminal/text/text-width.ts';
import {keyName} from '../../keymap/keymap.ts';
import type {Model} from '../../model.ts';
import {preferenceOf} from '../../preferences.ts';
import {cursorRow} from '../../table/table-state.ts';
import type {DeployState} from './deploy-state.ts';
import {rowsById} from './deploy-table.ts';

/** A line of the message as the screen shows it. */
export type PreviewLine = {readonly text: string; readonly kind: 'head' | 'text' | 'fault' | 'qr'};

/** Lines around a message: the first line, an answer to the last key, the keys. */
const linesAround = 3;

/** Lines that there are for a message. */
export function previewHeight({size}: Model): number {
	return Math.max(1, size.rows - linesAround);
}

/**
 * The message to the user under the cursor, in lines that fit the terminal, or why there is none. Link, code and QR code are
 * credentials: dots are in their place until they are shown.
 *
 * @param isDark whether the QR code is drawn for a terminal that is dark and shows no colours
 */
export function previewLines(state: DeployState, model: Model, isDark = false): readonly PreviewLine[] {
	const {sheet, revealed, size} = model;
	const id = cursorRow(state.table) ?? 0;
	const user = findUser(sheet, id);
	const profile = user && findProfile(sheet.profiles, user.profile);
	const row = rowsById(state.planned?.plan.rows ?? []).get(id);
	const wrap = (text: string, kind: PreviewLine['kind']): readonly PreviewLine[] =>
		wrapText(text, size.columns - 2).map((line) => ({text: line, kind}));
	const composed =
		user === undefined || profile === undefined
			? undefined
			: composeMessage(user, profile, sheet.settings.mail);
	if (user === undefined || composed?.kind !== 'message') {
		const faults = composed?.kind === 'faults' ? composed.faults : (row?.faults ?? []);
		return faults.flatMap((fault) => wrap(formatProblem(fault), 'fault'));
	}
	const {message} = composed;
	const {subject, text} = revealed ? message : maskMessage(message, user);
	return [
		...wrap(`To: ${message.to.name === '' ? '' : `${message.to.name} `}<${message.to.address}>`, 'head'),
		...wrap(`Subject: ${subject}`, 'head'),
		{text: '', kind: 'text'},
		...wrap(text.trimEnd(), 'text'),
		{text: '', kind: 'text'},
		...(revealed ? qrLines(message.link, model, isDark) : wrap(hiddenText(model), 'head')),
	];
}

function hiddenText(model: Model): string {
	return `${keyName(model, 'pin.reveal')} shows the link, the code and the QR code.`;
}

function qrLines(link: string, model: Model, isDark: boolean): readonly PreviewLine[] {
	const {preferences, size} = model;
	const code = makeQrCode(link, 'screen') ?? [];
	const isOn = (name: 'ascii' | 'wide') => preferenceOf(preferences, name) === 'on';
	const lines = drawQrCode(
		code,
		isOn('ascii') || isOn('wide') ? 'ascii' : isDark ? 'light-blocks' : 'blocks',
	);
	const width = textWidth(lines[0] ?? '') + 1;
	if (width <= size.columns && lines.length <= previewHeight(model))
		return lines.map((text) => ({text, kind: 'qr'}));
	const needed = `${width} columns and ${lines.length + linesAround} lines`;
	return wrapText(`The QR code does not fit here: it needs ${needed}.`, size.columns - 2).map((text) => ({
		text,
		kind: 'head',
	}));
}

/** "Message to Ann Archer (ID 1), 2 of 12". */
export function previewTitle({table}: DeployState, {sheet}: Model): string {
	const user = findUser(sheet, cursorRow(table) ?? 0);
	const who = user === undefined ? 'a user who is gone' : `${fullName(user)} (ID ${user.id})`;
	return `Message to ${who}, ${table.cursor.row + 1} of ${table.rows.length.toLocaleString('en-US')}`;
}
