import {describe, expect, it} from 'vitest';
import type {Effect} from '../../source/app/effect.ts';
import type {Message} from '../../source/app/message.ts';
import {topScreen} from '../../source/app/model.ts';
import {formatExport} from '../../source/csv/format-export.ts';
import {formatRejects} from '../../source/csv/format-rejects.ts';
import {planImport} from '../../source/csv/plan/plan-import.ts';
import {readTable} from '../../source/csv/read-table.ts';
import {finishWork} from '../../source/domain/work.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';

/** A shell whose person makes this of what is in the editor, each time the next. */
function open(
	users: number,
	...edits: ((text: string) => string)[]
): ModelSession & {readonly seen: string[]} {
	const seen: string[] = [];
	const answer = (effect: Effect): Message | undefined => {
		if (effect.type === 'editor/edit') {
			const text = textOf(effect.content);
			seen.push(text);
			const edited = edits.shift()?.(text) ?? text;
			return {type: 'editor/edited', bytes: new TextEncoder().encode(edited), isChanged: edited !== text};
		}
		if (effect.type === 'file/take') {
			const table = finishWork(readTable(effect.bytes));
			if ('refused' in table) return {type: 'import/refused', problem: table.refused};
			return {
				type: 'import/file-read',
				path: effect.name,
				reading: {},
				table,
				hash: 'h',
				importedBefore: undefined,
				rejectsOf: undefined,
			};
		}
		if (effect.type === 'import/plan') {
			const plan = finishWork(
				planImport(effect.table, effect.options, effect.sheet, effect.fileName, effect.fixes),
			);
			return 'refused' in plan
				? {type: 'import/refused', problem: plan.refused}
				: {type: 'import/planned', plan};
		}
		return undefined;
	};
	return Object.assign(openSession(makeSheet(users), {answer}), {seen});
}

function textOf(content: Extract<Effect, {type: 'editor/edit'}>['content']): string {
	if (typeof content === 'string') return content;
	switch (content.kind) {
		case 'export':
			return formatExport(content.users, content.profiles, {exact: false});
		case 'rejects':
			return formatRejects(content.table, content.rejected, content.hash);
		case 'hand-out':
		case 'template':
			return '';
	}
}

function edit(session: ModelSession): void {
	session.press(':', 'vi', 'enter');
}

describe('users in the editor', () => {
	it('come back as a preview of what differs, and are one change', () => {
		const session = open(3, (text) => text.replace('@example.com', '@firm.example'));
		edit(session);
		expect(topScreen(session.model())).toMatchObject({name: 'import', step: 'preview', tab: 'update'});
		session.press('enter', 'y');
		expect(session.history[0]?.change).toMatchObject({added: [], updated: [{id: 1}], removed: []});
		expect(session.model().sheet.users[0]?.email).toContain('@firm.example');
	});

	it('are those of the scope, without secrets, which stay', () => {
		const session = open(4, (text) => text.replaceAll('@example.com', '@firm.example'));
		const secrets = session.model().sheet.users.map(({servicePassword}) => servicePassword);
		session.press('down', 'space', 'down', 'space');
		edit(session);
		expect(session.seen[0]?.trimEnd().split('\r\n').length).toBe(3);
		for (const secret of secrets.filter((text) => text !== '')) expect(session.seen[0]).not.toContain(secret);
		session.press('enter', 'y');
		expect(session.history[0]?.change.updated.map(({id}) => id)).toEqual([2, 3]);
		expect(session.model().sheet.users.map(({servicePassword}) => servicePassword)).toEqual(secrets);
	});

	it('are as before where nothing was changed', () => {
		const session = open(2);
		edit(session);
		expect(session.model().screens).toEqual([]);
		expect(session.model().notice?.text).toBe('Nothing was changed in the editor.');
	});

	it('are refused as any file is', () => {
		const session = open(2, () => 'no header at all\n');
		edit(session);
		expect(topScreen(session.model())).toMatchObject({
			name: 'import',
			step: 'file',
			refusal: {code: expect.any(String)},
		});
		session.press('escape');
		expect(session.model().screens).toEqual([]);
	});

	it('are left with Esc', () => {
		const session = open(2, (text) => text.replace('@example.com', '@firm.example'));
		edit(session);
		session.press('escape', 'escape');
		expect(session.model().screens).toEqual([]);
		expect(session.history).toEqual([]);
	});

	it('stay where they are when the editor fails', () => {
		const session = openSession(makeSheet(2), {
			answer: ({type}) =>
				type === 'editor/edit' ? {type: 'editor/failed', message: 'No editor.'} : undefined,
		});
		edit(session);
		expect(session.model().screens).toEqual([]);
		expect(session.model().notice).toEqual({tone: 'bad', text: 'No editor.'});
	});
});

it('gives rejected rows back to the editor, until all are right', () => {
	const session = open(
		2,
		(text) => text.replaceAll('@example.com', '@'),
		(text) => text.replaceAll('@,', '@firm.example,'),
	);
	edit(session);
	expect(topScreen(session.model())).toMatchObject({name: 'import', tab: 'rejected'});
	session.press('v');
	expect(session.seen[1]).toContain('Errors');
	session.press('enter', 'y');
	expect(session.history[0]?.change.updated.length).toBe(2);
	expect(session.model().sheet.users.every(({email}) => email.endsWith('@firm.example'))).toBe(true);
});
