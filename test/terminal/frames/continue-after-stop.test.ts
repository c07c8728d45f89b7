import {EventEmitter} from 'node:events';
import {describe, expect, it} from 'vitest';
import {continueAfterStop} from '../../../source/terminal/frames/continue-after-stop.ts';

function open(isRaw: boolean) {
	const calls: string[] = [];
	const events = new EventEmitter();
	const stdin = {
		isRaw,
		setRawMode: (raw: boolean) => {
			stdin.isRaw = raw;
			calls.push(`raw ${raw}`);
		},
	};
	const writer = {reset: () => calls.push('reset'), leave: () => calls.push('leave')};
	const end = continueAfterStop(events, {stdin, writer}, () => calls.push('stop'));
	return {calls, events, end};
}

describe('continueAfterStop', () => {
	it.each([
		['SIGSTOP, in raw mode', true, ['SIGCONT'], ['raw false', 'raw true', 'reset']],
		['SIGSTOP, while another program has the terminal', false, ['SIGCONT'], ['reset']],
		[
			'SIGTSTP, in raw mode',
			true,
			['SIGTSTP', 'SIGCONT'],
			['leave', 'raw false', 'stop', 'raw false', 'raw true', 'reset'],
		],
		[
			'SIGTSTP, while another program has the terminal',
			false,
			['SIGTSTP', 'SIGCONT'],
			['leave', 'stop', 'reset'],
		],
	])('after %s', (_, isRaw, signals, expected) => {
		const {calls, events, end} = open(isRaw);
		for (const signal of signals) events.emit(signal);
		expect(calls).toEqual(expected);
		end();
		expect(events.eventNames()).toEqual([]);
	});
});
