import {EventEmitter} from 'node:events';
import {describe, expect, it} from 'vitest';
import {continueAfterStop} from '../../../source/terminal/frames/continue-after-stop.ts';

describe('continueAfterStop', () => {
	it.each([
		[true, ['raw false', 'raw true', 'reset']],
		[false, ['reset']],
	])('with raw mode %s', (isRaw, expected) => {
		const calls: string[] = [];
		const events = new EventEmitter();
		const end = continueAfterStop(events, {
			stdin: {isRaw, setRawMode: (raw) => calls.push(`raw ${raw}`)},
			writer: {reset: () => calls.push('reset')},
		});
		events.emit('SIGCONT');
		expect(calls).toEqual(expected);
		end();
		expect(events.listenerCount('SIGCONT')).toBe(0);
	});
});
