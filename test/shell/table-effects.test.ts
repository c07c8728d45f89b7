import {expect, it, vi} from 'vitest';
import type {Effect} from '../../source/app/effect.ts';
import type {Message} from '../../source/app/message.ts';
import {createHistoryRunners} from '../../source/shell/history-effects.ts';
import {createTableRunners} from '../../source/shell/table-effects.ts';
import type {Store} from '../../source/store/store.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {openSession} from '../helpers/model-session.ts';

type Arrange = Extract<Effect, {type: 'table/arrange'}>;

/** What is asked of the shell when these letters are typed into the filter of many users. */
function askFor(text: string): readonly Arrange[] {
	const session = openSession(makeSheet(5000));
	session.holdRows = true;
	session.press('/', ...text);
	return session.effects.flatMap((effect) => (effect.type === 'table/arrange' ? [effect] : []));
}

it('answers the last of several filters last', async () => {
	const asked = askFor('id:77');
	const answers: Message[] = [];
	const runners = createTableRunners();
	await Promise.all(
		asked.map((effect) => runners['table/arrange'](effect, (message) => answers.push(message))),
	);
	expect(answers.at(-1)).toEqual({
		type: 'arranging/take-rows',
		arranging: asked.at(-1)?.arranging,
		rows: [77],
	});
});

it('reads the history once for the keys that come meanwhile', async () => {
	const lastById = new Map([[3, '2026-11-26T08:00:00Z']]);
	const lastChanges = vi.fn(async () => lastById);
	const runners = createHistoryRunners({lastChanges} as Partial<Store> as Store);
	const stored = makeSheet(3);
	const answers: Message[] = [];
	const read = () =>
		runners['table/read-changes']({type: 'table/read-changes', stored}, (message) => answers.push(message));
	await Promise.all([read(), read()]);
	expect(lastChanges).toHaveBeenCalledTimes(1);
	expect(answers).toMatchObject([{type: 'arranging/take-changes', stored, changes: {lastById}}]);
	await read();
	expect(answers).toHaveLength(2);
});
