import {describe, expect, it} from 'vitest';
import type {Effect} from '../../../source/app/effect.ts';
import type {Message} from '../../../source/app/message.ts';
import {arrangeRows} from '../../../source/app/table/arrange-rows.ts';
import {emptyChange} from '../../../source/domain/change.ts';
import {finishWork} from '../../../source/domain/work.ts';
import {makeSheet} from '../../helpers/make-users.ts';
import {type ModelSession, openSession} from '../../helpers/model-session.ts';

const grid = (session: ModelSession) => session.model().grid;

describe('the filter of users', () => {
	it.each([
		['id:2-4', [2, 3, 4]],
		['id:2-4 -id:3', [2, 4]],
		['id:2-9 marked:', [2, 3]],
	])('%s', (filter, rows) => {
		const session = openSession(makeSheet(20));
		session.press('down', 'space', 'down', 'space', '/', ...filter, 'enter');
		expect(grid(session).rows).toEqual(rows);
	});

	it('that cannot be followed changes no row, says why, and is not left with Enter', () => {
		const session = openSession(makeSheet(20));
		session.press('/', ...'id:2-4');
		session.send({type: 'text/insert', text: ' mial:x'});
		expect(grid(session).rows).toEqual([2, 3, 4]);
		expect(grid(session).filterEditor?.problem).toMatchObject({code: 'query-field', start: 7, end: 13});
		session.press('enter');
		expect(grid(session).filterEditor?.field.text).toBe('id:2-4 mial:x');
		expect(session.model().notice?.tone).toBe('bad');
		session.press('ctrl+w', 'backspace', 'ctrl+w', 'enter');
		expect(grid(session)).toMatchObject({rows: [2, 3, 4], filterEditor: undefined});
	});

	it('is completed with Tab, fields and values, also in the middle', () => {
		const session = openSession(makeSheet(20));
		session.press('/', ...'ema', 'tab', 'x');
		expect(grid(session).filterEditor?.field).toEqual({text: 'email:x', caret: 7});
		session.press('ctrl+u', ...'pin:w ann', 'left', 'left', 'left', 'left', 'tab');
		expect(grid(session).filterEditor?.field).toEqual({text: 'pin:weak ann', caret: 8});
		session.press('tab');
		expect(grid(session).filterEditor?.field.text).toBe('pin:weak ann');
	});

	it('reads the history once it is asked when users were changed', () => {
		const session = openSession(makeSheet(5), {
			answer: answerChanges(new Map([[4, '2026-11-26T08:00:00Z']])),
		});
		session.press('/', ...'changed:today', 'enter');
		expect(grid(session).rows).toEqual([4]);
		const asked = session.effects.filter(({type}) => type === 'table/read-changes').length;
		session.press('/', ' ', '4', 'enter');
		expect(session.effects.filter(({type}) => type === 'table/read-changes')).toHaveLength(asked);
	});

	it('says why the history cannot be read', () => {
		const session = openSession(makeSheet(5), {
			answer: (effect) =>
				effect.type === 'table/read-changes'
					? {type: 'arranging/take-changes', stored: effect.stored, failed: 'The disk is gone.'}
					: undefined,
		});
		session.press('/');
		session.send({type: 'text/insert', text: 'changed:'});
		session.press('enter');
		expect(grid(session).filterEditor?.problem?.message).toBe('The disk is gone.');
		expect(grid(session).rows).toHaveLength(5);
	});
});

function answerChanges(lastById: ReadonlyMap<number, string>): (effect: Effect) => Message | undefined {
	return (effect) =>
		effect.type === 'table/read-changes'
			? {
					type: 'arranging/take-changes',
					stored: effect.stored,
					changes: {now: '2026-11-26T12:00:00Z', timeZone: 'UTC', lastById},
				}
			: undefined;
}

describe('the filter of many rows', () => {
	/** More than are looked through between two keys; the shell answers when it is told to. */
	function openMany(): ModelSession & {readonly answerRows: () => void} {
		const session = openSession(makeSheet(3000));
		session.holdRows = true;
		const answered = new Set<Effect>();
		return Object.assign(session, {
			answerRows() {
				for (const effect of session.effects.slice()) {
					if (effect.type !== 'table/arrange' || answered.has(effect)) continue;
					answered.add(effect);
					const {table, arranging, query} = effect;
					const rows = finishWork(arrangeRows(table, arranging, query));
					session.send({type: 'arranging/take-rows', arranging, rows});
				}
			},
		});
	}

	it('takes letters while the shell looks, and only the rows for the last of them', () => {
		const session = openMany();
		session.press('/', ...'id:12');
		expect(grid(session)).toMatchObject({filterEditor: {field: {text: 'id:12'}}, filter: ''});
		expect(grid(session).rows).toHaveLength(3000);
		session.answerRows();
		expect(grid(session)).toMatchObject({filter: 'id:12', rows: [12]});
	});

	it('keeps keys for the rows until they are there', () => {
		const session = openMany();
		session.press('/', ...'id:12-14', 'enter', 'ctrl+a', 'down');
		expect(grid(session)).toMatchObject({filterEditor: undefined, marks: new Set()});
		session.answerRows();
		expect(grid(session)).toMatchObject({rows: [12, 13, 14], marks: new Set([12, 13, 14]), cursor: {row: 1}});
	});

	it('looks again where others have taken users away meanwhile', () => {
		const session = openMany();
		session.press('/', ...'id:12-14', 'enter');
		session.commitByOther({...emptyChange('Delete'), removed: session.stored().users.slice(12, 13)});
		session.answerRows();
		session.answerRows();
		expect(grid(session).rows).toEqual([12, 14]);
		session.press('escape');
		expect(grid(session).rows).toHaveLength(2999);
	});

	it('ends with Esc, before the rows are there, too', () => {
		const session = openMany();
		session.press('/', ...'id:12', 'enter', 'escape');
		session.answerRows();
		expect(grid(session)).toMatchObject({filter: '', arranging: undefined});
		expect(grid(session).rows).toHaveLength(3000);
	});

	it('goes on among those found, as letters come', () => {
		const session = openMany();
		session.holdRows = false;
		session.press('/', ...'example');
		const before = session.effects.length;
		session.press('.');
		expect(session.effects.slice(before)).toHaveLength(grid(session).rows.length > 2000 ? 1 : 0);
	});

	it('sorts, and then takes the next key', () => {
		const session = openMany();
		session.press('ctrl+o', 'ctrl+end', 'ctrl+o');
		session.answerRows();
		session.answerRows();
		expect(grid(session)).toMatchObject({sort: [{descending: true}], arranging: undefined});
		expect(grid(session).rows).toHaveLength(3000);
	});
});

describe('the filter of other lists', () => {
	it('of changes, and of the values of one', () => {
		const session = openSession(makeSheet(5));
		session.press('A', 'enter', 'B', 'enter', 'f9', '/', ...'no:2', 'enter');
		const state = () => session.model().screens.find((screen) => screen.name === 'history');
		expect(state()?.list.rows).toHaveLength(1);
		session.press('enter', '/', ...'after:A', 'enter');
		expect(state()?.opened?.table.rows).toHaveLength(1);
		session.press('/', 'ctrl+u', ...'after:B', 'enter');
		expect(state()?.opened?.table.rows).toHaveLength(0);
	});
});
