import process from 'node:process';
import {createInterface} from 'node:readline';
import {Writable} from 'node:stream';

/** Asks at the terminal without showing what is typed; undefined where the person gives up with Ctrl+C or Ctrl+D. */
export async function askHidden(question: string): Promise<string | undefined> {
	process.stderr.write(question);
	// readline edits the line; what it would draw goes nowhere.
	const nowhere = new Writable({write: (_chunk, _encoding, done) => done()});
	const lines = createInterface({input: process.stdin, output: nowhere, terminal: true, historySize: 0});
	try {
		return await new Promise<string | undefined>((resolve) => {
			lines.once('line', resolve);
			lines.once('SIGINT', () => resolve(undefined));
			lines.once('close', () => resolve(undefined));
		});
	} finally {
		lines.close();
		process.stderr.write('\n');
	}
}
