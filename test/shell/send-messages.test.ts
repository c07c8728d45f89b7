import {describe, expect, it} from 'vitest';
import type {MailRecord} from '../../source/domain/message/record-mail.ts';
import type {SentMessage} from '../../source/domain/message/sent-message.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import type {Delivery, Letter} from '../../source/mail/delivery.ts';
import {sendMessages} from '../../source/shell/send-messages.ts';
import {failed} from '../../source/store/store-error.ts';
import {makeUser, sheetOf} from '../domain/make-sheet.ts';

const answered: Delivery = {result: 'accepted'};
const lost: Delivery = {result: 'deferred', reason: {code: 'smtp-lost', message: 'Lost.', short: 'Lost'}};
const later: Delivery = {
	result: 'deferred',
	reason: {code: 'smtp-deferred', message: 'Later.', short: 'Later'},
};

function users(amount: number): Sheet {
	const all = Array.from({length: amount}, (_, index) =>
		makeUser(index + 1, {
			lastName: `User ${index + 1}`,
			email: `user${index + 1}@example.com`,
			deploymentLink: 'https://redirect.example.com/d/1',
		}),
	);
	return sheetOf(...all);
}

type Scene = {
	readonly sheet: Sheet;
	readonly deliver?: (letter: Letter, turn: number) => Delivery;
	readonly note?: (record: MailRecord) => ReturnType<typeof failed> | undefined;
	readonly perMinute?: number;
	readonly abort?: (sent: number) => boolean;
	/** What another process does before a message. */
	readonly meanwhile?: (sheet: Sheet, turn: number) => Sheet;
};

/** Plays a run, and says what happened in which order. */
async function play({sheet, deliver = () => answered, note, perMinute = 1000, abort, meanwhile}: Scene) {
	const events: string[] = [];
	const sent: SentMessage[] = [];
	const stopping = new AbortController();
	let turn = 0;
	let reads = 0;
	let now = 0;
	const stopped = await sendMessages(sheet.users, {
		store: {
			read: () => {
				reads += 1;
				return meanwhile?.(sheet, reads) ?? sheet;
			},
		},
		run: {
			note(record) {
				events.push(`${record.id} ${record.result}`);
				return note?.(record);
			},
			finish: () => Promise.reject(new Error('not part of it')),
		},
		route: {
			async deliver(letter) {
				turn += 1;
				events.push(`to ${letter.to}`);
				return deliver(letter, turn);
			},
			close() {},
		},
		sender: 'it@example.com',
		perMinute,
		clock: {
			now: () => now,
			async sleep(milliseconds) {
				events.push(`wait ${milliseconds / 1000}`);
				now += milliseconds;
			},
		},
		signal: stopping.signal,
		onSent(one) {
			sent.push(one);
			if (abort?.(sent.length)) stopping.abort();
		},
	});
	return {events, sent: sent.map(({id, result}) => `${id} ${result}`), stopped};
}

describe('sending messages', () => {
	it('writes down before each one that nothing is known, and then what became of it', async () => {
		const {events, stopped} = await play({
			sheet: users(2),
			deliver: ({to}) => (to.startsWith('user1') ? later : answered),
		});
		expect(events).toEqual([
			...['1 unknown', 'to user1@example.com', '1 deferred'],
			...['2 unknown', 'to user2@example.com', '2 accepted'],
		]);
		expect(stopped).toBeUndefined();
	});

	it('sends nothing that could not be written down', async () => {
		const refused = failed('full', 'mailing.jsonl', 'The disk is full.');
		const {events, stopped} = await play({sheet: users(2), note: () => refused});
		expect(events).toEqual(['1 unknown']);
		expect(stopped).toEqual(refused.error);
	});

	it('stops between two messages when it is cancelled', async () => {
		const {sent, stopped} = await play({sheet: users(5), abort: (amount) => amount === 2});
		expect(sent).toEqual(['1 accepted', '2 accepted']);
		expect(stopped).toBeUndefined();
	});

	it('goes on after one that fails, and stops after three without an answer', async () => {
		const some = await play({sheet: users(6), deliver: (_, turn) => (turn % 3 === 0 ? answered : lost)});
		expect(some.sent).toHaveLength(6);
		const none = await play({sheet: users(6), deliver: (_, turn) => (turn === 1 ? answered : lost)});
		expect(none.sent).toEqual(['1 accepted', '2 deferred', '3 deferred', '4 deferred']);
		expect(none.stopped).toMatchObject({code: 'smtp-lost'});
		const refusing = await play({sheet: users(6), deliver: () => later});
		expect(refusing.sent).toHaveLength(6);
	});

	it('sends no more within a minute than it may', async () => {
		const {events} = await play({sheet: users(5), perMinute: 2});
		expect(events.filter((event) => event.startsWith('wait'))).toEqual(['wait 60', 'wait 60']);
		expect(events.indexOf('wait 60')).toBe(events.indexOf('3 unknown') - 1);
	});

	it('passes over whoever was deleted, changed, or has got a message from another process', async () => {
		const {sent} = await play({
			sheet: users(4),
			meanwhile: (sheet, turn) => ({
				...sheet,
				users: sheet.users.flatMap((user) => {
					if (turn === 2 && user.id === 2) return [];
					if (turn === 3 && user.id === 3) return {...user, mailedOn: '2026-11-26T10:00:00.000Z'};
					return turn === 4 && user.id === 4 ? {...user, deploymentLink: ''} : user;
				}),
			}),
		});
		expect(sent).toEqual(['1 accepted', '2 skipped', '3 skipped', '4 skipped']);
	});
});
