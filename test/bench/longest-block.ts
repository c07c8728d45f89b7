import {setImmediate} from 'node:timers/promises';
import type {Message} from '../../source/app/message.ts';
import type {BenchApp} from './bench-app.ts';

/** Looks how long at most, in milliseconds, one turn of the event loop takes until the work is done and drawn. */
export async function watchBlocks(app: BenchApp, work: () => Promise<void>): Promise<number> {
	let longest = 0;
	let isOver = false;
	const watching = (async () => {
		for (let last = performance.now(); !isOver; ) {
			await setImmediate();
			const now = performance.now();
			longest = Math.max(longest, now - last);
			last = now;
		}
	})();
	await work();
	await app.runtime.whenIdle();
	await app.terminal.settle();
	isOver = true;
	await watching;
	return longest;
}

/** The same while the messages are sent, each when the one before is done and drawn. */
export function longestBlock(app: BenchApp, messages: readonly Message[]): Promise<number> {
	return watchBlocks(app, async () => {
		for (const message of messages) {
			await setImmediate();
			app.runtime.dispatch(message);
			await setImmediate();
			await app.runtime.whenIdle();
			await app.terminal.settle();
		}
	});
}

/** A key as the terminal would send it. */
export function pressed(chord: string, text?: string): Message {
	return {type: 'input/press-key', key: text === undefined ? {chord} : {chord, text}};
}

/** Stops a benchmark that does not do what it measures. */
export function expectUsers(app: BenchApp, count: number): void {
	const {sheet, save} = app.model();
	if (sheet.users.length !== count || save.state !== 'saved') {
		throw new Error(`${sheet.users.length} users instead of ${count}, ${save.state}`);
	}
}
