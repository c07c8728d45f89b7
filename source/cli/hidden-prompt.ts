import process from 'node:process';
import {createInterface, type Interface, type Key} from 'node:readline';
import {PassThrough, Writable} from 'node:stream';
import {setImmediate} from 'node:timers/promises';
import type {HiddenPrompt} from './io.ts';

/**
 * Asks at the terminal, which shows nothing of what is typed from the first question until the release, also between two
 * questions: whoever types ahead must not see a passphrase either. What was typed behind the last answer is left for
 * whoever reads next.
 */
export function createHiddenPrompt(): HiddenPrompt {
	const {stdin, stderr} = process;
	let lines: Interface | undefined;
	let input = new PassThrough();
	/** Lines that no question has taken yet, and all that was typed since the last one that was taken, line by line. */
	let answers: string[] = [];
	let typed = [''];
	let waiting: ((answer: string | undefined) => void) | undefined;

	const take = (): void => {
		if (waiting === undefined || answers.length === 0) return;
		typed.shift();
		waiting(answers.shift());
		waiting = undefined;
	};
	const keep = (_: string | undefined, {sequence = ''}: Key): void => {
		typed.push((typed.pop() ?? '') + sequence);
	};
	const read = (chunk: Buffer): void => {
		input.write(chunk);
	};
	const end = (): void => lines?.close();
	const giveUp = (): void => {
		// Nobody is asked: Ctrl+C is what it always is.
		if (waiting === undefined) process.kill(process.pid, 'SIGINT');
		waiting?.(undefined);
		waiting = undefined;
	};

	function open(): void {
		// Not standard input itself: what readline hangs on that can never be taken off again.
		input = new PassThrough();
		// Before readline's own listener, so that what a line was typed with is known when the line comes.
		input.on('keypress', keep);
		// readline edits the line; what it would draw goes nowhere.
		const output = new Writable({write: (_chunk, _encoding, done) => done()});
		lines = createInterface({input, output, terminal: true, historySize: 0});
		stdin.setRawMode(true);
		stdin.on('data', read);
		stdin.once('end', end);
		// It may have been asked and released before.
		stdin.resume();
		lines.on('line', (line) => {
			answers.push(line);
			typed.push('');
			take();
		});
		lines.on('SIGINT', giveUp);
		lines.on('close', () => waiting?.(undefined));
	}

	return {
		async ask(question) {
			if (lines === undefined) open();
			stderr.write(question);
			const answer = await new Promise<string | undefined>((resolve) => {
				waiting = resolve;
				take();
			});
			stderr.write('\n');
			return answer;
		},
		async release() {
			if (lines === undefined) return;
			stdin.off('data', read);
			stdin.off('end', end);
			stdin.pause();
			stdin.setRawMode(false);
			const ahead = typed.join('');
			if (ahead !== '') stdin.unshift(Buffer.from(ahead));
			[lines, answers, typed] = [undefined, [], ['']];
			// Node stops reading only then; whoever has begun to read before would be stopped as well.
			await setImmediate();
		},
	};
}
