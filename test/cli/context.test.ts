import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {commitChange} from '../../source/cli/context.ts';
import {findUsers} from '../../source/cli/find-users.ts';
import type {Io} from '../../source/cli/io.ts';
import {emptyChange, updateChange, updateOf} from '../../source/domain/change.ts';
import {emptySheet} from '../../source/domain/sheet.ts';
import {openStore} from '../../source/store/open-store.ts';
import {makeFolder, runCli} from './run-cli.ts';

describe('commitChange', () => {
	it('tells what somebody else changed at the same time', async () => {
		const directory = join(makeFolder(), 'store');
		const stdin = 'First name,Last name,Email address\nAnn,Archer,a@x.org\nBob,Baker,b@x.org\n';
		await runCli(['--store', directory, 'import', '-'], {stdin});
		const opened = await openStore({directory, readOnly: false});
		if ('error' in opened) throw new Error(opened.error.message);
		await runCli(['--store', directory, 'set-pin', '--pin', '4711', '--id', '1']);
		await runCli(['--store', directory, 'delete', '--id', '2']);
		const [ann, bob] = opened.sheet.users;
		if (ann === undefined || bob === undefined) throw new Error('The users are missing.');
		const {io, err} = collectErrors();
		const change = updateChange('Set PIN', ann, {...ann, deploymentPin: '0815'});
		const both = {...change, updated: [...change.updated, updateOf(bob, {...bob, deploymentPin: '0815'})]};
		const committed = await commitChange(io, opened, both);
		expect(committed).toMatchObject({
			change: {updated: [{id: 1, cells: {deploymentPin: {before: '4711', after: '0815'}}}]},
		});
		expect(err()).toBe(
			'Deployment PIN of user 1 Ann Archer was changed by another person at the same time; the value given here was written.\n' +
				'User 2 Bob Baker was changed or deleted by another person at the same time.\n',
		);
	});

	it('tells it of profiles and settings, too, value by value', async () => {
		const directory = join(makeFolder(), 'store');
		await runCli(['--store', directory, 'profile', 'add', 'Sales']);
		const opened = await openStore({directory, readOnly: false});
		if ('error' in opened) throw new Error(opened.error.message);
		const {profiles, settings} = opened.sheet;
		await runCli(['--store', directory, 'profile', 'set', 'Sales', '--mbg-sip-host', 'theirs.example.com']);
		await runCli(['--store', directory, 'settings', '--history-days', '7', '--backups', '3']);
		const {io, err} = collectErrors();
		const change = {
			...emptyChange('Both'),
			profiles: [
				profiles,
				profiles.map((one) => ({...one, mbgSipHost: 'mine.example.com', remoteMbg: true})),
			],
			settings: [settings, {...settings, history: {...settings.history, days: 9}}],
		} as const;
		const committed = await commitChange(io, opened, change);
		expect(committed).toMatchObject({
			sheet: {
				profiles: [{}, {name: 'Sales', mbgSipHost: 'mine.example.com', remoteMbg: true}],
				settings: {history: {days: 9}, backup: {keep: 3}},
			},
		});
		expect(err()).toBe(
			'MBG SIP host of profile "Sales" was changed by another person at the same time; the value given here was written.\n' +
				'The setting "History, days kept" was changed by another person at the same time; the value given here was written.\n',
		);
		await opened.store.close();
	});
});

describe('findUsers', () => {
	it('names ten unknown IDs and counts the rest', () => {
		const ids = Array.from({length: 12}, (_, index) => String(index + 1));
		expect(findUsers(emptySheet, ids)).toEqual({
			problem:
				'There is no user with the ID 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 others. Nothing was changed; "usersheet list" shows the IDs.',
		});
	});
});

function collectErrors(): {readonly io: Io; readonly err: () => string} {
	const written: string[] = [];
	const output = {
		isTerminal: false,
		columns: 80,
		write: async (data: unknown) => void written.push(String(data)),
	};
	return {
		io: {
			stdin: {isTerminal: false, read: async () => new Uint8Array()},
			stdout: output,
			stderr: output,
			finish: async () => undefined,
			env: {},
			randomInteger: () => 0,
		},
		err: () => written.join(''),
	};
}
