import {findField} from '../csv/find-field.ts';
import {type FieldKey, isMasked} from '../domain/field.ts';
import {storedFields} from '../domain/field-lists.ts';
import {formatFinding} from '../domain/problem.ts';
import {tooLarge} from '../files/read-file.ts';
import {wrapText} from '../terminal/text/text-width.ts';
import {type Io, printLine} from './io.ts';

/** Bytes of all secrets of one user. */
const most = 1024 * 1024;

type Secrets = {readonly [Key in FieldKey]?: string};

/** Reads `KEY=VALUE` lines from standard input; a message repeats nothing of them: a slip may have put a password before the =. */
export async function readSecrets(io: Io): Promise<{readonly values: Secrets} | {readonly problem: string}> {
	if (io.stdin.isTerminal)
		printLine(io.stderr, 'Type one KEY=VALUE a line, and Ctrl+D after the last. What you type is shown.');
	const bytes = await io.stdin.read(most);
	if (bytes === 'too-large') return {problem: formatFinding(tooLarge('standard input', most))};
	try {
		return parseSecrets(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
	} catch {
		return {problem: 'Standard input is not UTF-8 text, so the passwords in it would come out wrong.'};
	}
}

/** The end of the help of a command that reads them. */
export function secretsHelp(examples: readonly string[]): string {
	return `
Passwords are never flags, because other users of the machine can read those.
With --secrets-stdin each line of standard input is KEY=VALUE. VALUE is taken
exactly as it is; KEY is a CSV header or one of
${wrapText(`${secretKeys().join(', ')}.`, 76)
	.map((line) => `  ${line}`)
	.join('\n')}

Examples:
${examples.map((example) => `  ${example}`).join('\n')}`;
}

function parseSecrets(text: string): {readonly values: Secrets} | {readonly problem: string} {
	const values: {[Key in FieldKey]?: string} = {};
	for (const [index, line] of text.split(/\r?\n/).entries()) {
		if (line === '') continue;
		const place = `Line ${index + 1} of standard input`;
		const equals = line.indexOf('=');
		if (equals < 0) return {problem: `${place} is not KEY=VALUE.`};
		const key = secretKey(line.slice(0, equals).trim());
		if (key === undefined)
			return {problem: `${place} names no secret field. There is ${secretKeys().join(', ')}.`};
		if (values[key] !== undefined) return {problem: `${place} gives ${key} a second time.`};
		values[key] = line.slice(equals + 1);
	}
	return {values};
}

/** The masked field whose key, CSV header or other label this is. */
function secretKey(name: string): FieldKey | undefined {
	const field = storedFields.find(({key}) => key === name) ?? findField(name);
	return field?.role === 'stored' && isMasked(field) ? field.key : undefined;
}

function secretKeys(): readonly FieldKey[] {
	return storedFields.filter(isMasked).map(({key}) => key);
}
