import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {expect, onTestFinished, test} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import {defaultSettings} from '../../source/domain/sheet.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {done, good, makeFolder, open, removeLocks} from '../store/store-folder.ts';
import {startMailServer} from './mail-server.ts';

const amount = 20;

/** The moments in which a process is killed: before the server has said that it takes a message, or before it has said that it has. */
const kills = [
	['taken', 1],
	['recipient', 4],
	['taken', 9],
	['taken', 10],
	['recipient', 15],
	['taken', amount - 2],
] as const;

test(`${kills.length} kills of a process that sends: no user gets a message twice`, {
	timeout: 120_000,
}, async () => {
	const directory = makeFolder();
	let child: ChildProcess | undefined;
	const waiting = [...kills];
	const server = await startMailServer({disabledCommands: ['STARTTLS', 'AUTH']}, (moment, count) => {
		const [next] = waiting;
		if (next === undefined || next[0] !== moment || next[1] > count) return;
		waiting.shift();
		child?.kill('SIGKILL');
	});
	onTestFinished(server.close);
	await makeStore(directory, server.port);
	let runs = 0;
	for (let isDone = false; !isDone; runs += 1) {
		child = spawn(process.execPath, [new URL('deploy-process.ts', import.meta.url).pathname, directory], {
			stdio: 'inherit',
		});
		const [code, signal] = await once(child, 'exit');
		expect([0, 'SIGKILL']).toContain(code ?? signal);
		isDone = code === 0;
		removeLocks(directory);
	}
	const {sheet, store} = await open(directory);
	expect(waiting).toEqual([]);
	expect(runs).toBe(kills.length + 1);
	expect(server.taken).toEqual([...new Set(server.taken)]);
	const results = sheet.users.map(({email, mailResult}) => [email, mailResult] as const);
	const accepted = results.filter(([, result]) => result === 'accepted').map(([email]) => email);
	const unknown = results.filter(([, result]) => result === 'unknown').map(([email]) => email);
	expect(accepted.length + unknown.length).toBe(amount);
	// Each kill has left one message of which nothing is known.
	expect(unknown).toHaveLength(kills.length);
	expect(server.taken).toEqual(expect.arrayContaining(accepted));
	// One change for each run, however many messages it has sent.
	expect(good(await store.history()).length).toBeLessThanOrEqual(1 + kills.length + 1);
});

async function makeStore(directory: string, port: number): Promise<void> {
	const {store, sheet} = await open(directory);
	const added = Array.from({length: amount}, (_, index) =>
		makeUser(index + 1, {
			lastName: `User ${index}`,
			email: `user${index}@example.com`,
			deploymentLink: `https://redirect.example.com/d/${index}`,
		}),
	);
	const mail = {
		...defaultSettings.mail,
		...({way: 'smtp', host: '127.0.0.1', port, security: 'none', sender: 'it@example.com'} as const),
	};
	await done(
		store.commit(
			{...emptyChange('Add'), added, settings: [sheet.settings, {...sheet.settings, mail}]},
			sheet,
		),
	);
	await store.close();
}
