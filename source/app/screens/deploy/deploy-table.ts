import {statusTexts} from '../../../domain/message/describe-plan.ts';
import type {MessageRow, MessageStatus} from '../../../domain/message/plan-messages.ts';
import type {SentMessage} from '../../../domain/message/sent-message.ts';
import {queryById} from '../../../domain/query/query-by-id.ts';
import {commonColumns, textQueryTable} from '../../../domain/query/text-query.ts';
import {findUser} from '../../../domain/sheet.ts';
import {fullName, type User} from '../../../domain/user.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, putScreen} from '../../model.ts';
import type {Column, Table, TableKind, Tone} from '../../table/table.ts';
import {gutterWidth} from '../../table/table-layout.ts';
import type {DeployState, MailWay} from './deploy-state.ts';

/** First line, the line about all of them, header, keys. */
const linesAround = 4;
/** Lines that say more of the user under the cursor. */
export const deployDetailHeight = 2;

/** One user of the list. */
export type DeployRow = {
	readonly row: MessageRow;
	readonly user: User | undefined;
	readonly sent: SentMessage | undefined;
	/** What has happened to a message that was accepted. */
	readonly done: MailWay['done'];
};

const statusTones: Readonly<Record<MessageStatus, Tone>> = {
	fault: 'bad',
	refused: 'bad',
	incomplete: 'warning',
	'no-link': 'warning',
	unknown: 'warning',
	again: 'quiet',
	ready: 'plain',
};
const resultTones: Readonly<Record<SentMessage['result'], Tone>> = {
	accepted: 'good',
	rejected: 'bad',
	deferred: 'warning',
	unknown: 'warning',
	skipped: 'warning',
};

const deployKind: TableKind<DeployRow, object> = {
	noun: {one: 'user', many: 'users'},
	numbered: 'ID',
	valueOf: cellText,
	cellOf(row, key) {
		const tone = row.sent === undefined ? statusTones[row.row.status] : resultTones[row.sent.result];
		return {text: cellText(row, key), ...(key === 'status' ? {tone} : {})};
	},
	nameOf: ({user}) => (user === undefined ? '' : fullName(user)),
};

function cellText({row, user, sent, done}: DeployRow, key: string): string {
	switch (key) {
		case 'id':
			return String(row.id);
		case 'who':
			return user === undefined ? '' : fullName(user);
		case 'status':
			return sent === undefined ? planText(row) : resultText(sent, done);
		case 'reason':
			return reasonText(row, sent);
		default:
			return user?.email ?? '';
	}
}

function resultText({result}: SentMessage, done: MailWay['done']): string {
	return {
		accepted: done === 'written' ? 'Written' : 'Sent',
		rejected: 'Rejected',
		deferred: 'Deferred',
		unknown: 'Perhaps sent',
		skipped: 'Passed over',
	}[result];
}

function planText({status, isAgain}: MessageRow): string {
	return status === 'ready' && isAgain ? 'To send again' : statusTexts[status];
}

/** Not where the state says it already. */
function reasonText({status, faults}: MessageRow, sent: SentMessage | undefined): string {
	if (sent !== undefined) return sent.reason?.short ?? '';
	return status === 'no-link' ? '' : (faults[0]?.short ?? '');
}

/** What may be asked about a user of the list. */
const deployQuery = textQueryTable<DeployRow>([
	{...commonColumns.id, read: (row) => cellText(row, 'id')},
	{...commonColumns.who, read: (row) => cellText(row, 'who')},
	{
		name: 'state',
		help: 'what is to be done, or was',
		otherNames: ['status'],
		read: (row) => cellText(row, 'status'),
	},
	{...commonColumns.reason, read: (row) => cellText(row, 'reason')},
	{name: 'email', help: 'the address of the user', read: (row) => cellText(row, 'email')},
]);

/** The users of a plan. */
export function deployTable(state: DeployState, model: Model): Table<DeployRow, object> {
	const {planned, sent, table} = state;
	const rows = planned?.plan.rows ?? [];
	const {columns, rows: height} = model.size;
	const byId = rowsById(rows);
	const done = planned?.way.done ?? 'sent';
	const rowOf = (id: number): DeployRow | undefined => {
		const row = byId.get(id);
		return row && {row, user: findUser(model.sheet, id), sent: sent.get(id), done};
	};
	return {
		kind: deployKind,
		context: sent,
		state: table,
		columns: layOut(columns, String(model.sheet.nextId - 1).length),
		size: {columns, rows: Math.max(1, height - linesAround - deployDetailHeight)},
		cursor: 'row',
		emptyText:
			rows.length === 0
				? 'There are no users to send to.'
				: `No user matches the filter: ${keyName(model, 'deploy.close')} takes it away.`,
		rowCount: rows.length,
		rowIds: () => rows.map(({id}) => id),
		rowOf,
		query: () => queryById(deployQuery, rowOf),
		keep: (next) => putScreen(model, {...state, table: next}),
	};
}

const known = new WeakMap<readonly MessageRow[], ReadonlyMap<number, MessageRow>>();

/** Every frame asks for some rows of a plan that may have 100,000. */
export function rowsById(rows: readonly MessageRow[]): ReadonlyMap<number, MessageRow> {
	const found = known.get(rows) ?? new Map(rows.map((row) => [row.id, row]));
	known.set(rows, found);
	return found;
}

/** From this width on there is room for the address. */
const roomForEmail = 100;

function layOut(columns: number, idWidth: number): readonly Column[] {
	const [id, status] = [Math.max(2, idWidth), 17];
	const hasEmail = columns >= roomForEmail;
	const room = columns - gutterWidth - id - status - (hasEmail ? 4 : 3);
	const reason = Math.min(30, Math.floor(room * (hasEmail ? 0.35 : 0.55)));
	const who = hasEmail ? Math.min(30, Math.floor(room * 0.3)) : room - reason;
	return [
		{key: 'id', header: 'ID', width: id, align: 'right'},
		{key: 'who', header: 'Who', width: who},
		...(hasEmail ? [{key: 'email', header: 'Email address', width: room - reason - who}] : []),
		{key: 'status', header: 'State', width: status},
		{key: 'reason', header: 'Reason', width: reason},
	];
}
