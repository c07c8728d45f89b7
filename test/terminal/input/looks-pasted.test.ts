import {describe, expect, it} from 'vitest';
import {type Chunk, readInputs, readKeys} from './read-keys.ts';

const column = Array.from({length: 30}, (_, index) => `user${index}@new.example`).join('\r');
const block = 'Ann\tArcher\t2001\r\nBen\tBaker\t2002\r\nZoë\tCoe\t2003\r\nÉlodie\tLefèvre\t2004\r\n';
const marked = '\u001b[200~x\u001b[201~';

describe('a burst without marks', () => {
	it.each<[string, readonly Chunk[], readonly string[]]>([
		['a column of Excel', [`${column}\r`], [`burst ${JSON.stringify(`${column}\r`)}`]],
		['a block', [block], [`burst ${JSON.stringify(block)}`]],
		['a block and a key after it', [block, 300, 'x'], [`burst ${JSON.stringify(block)}`, 'x']],
		[
			'a block in pieces',
			[block, 200, 'Gr', 240, 'ace\tO\r'],
			[`burst ${JSON.stringify(`${block}Grace\tO\r`)}`],
		],
		['a block and an arrow', [block, 10, '\u001b[B'], [`burst ${JSON.stringify(block)}`, 'down']],
		['a block and Ctrl+C', [block, 10, '\u0003'], [`burst ${JSON.stringify(block)}`, 'ctrl+c']],
		['two blocks', [block, 300, block], Array<string>(2).fill(`burst ${JSON.stringify(block)}`)],
	])('of %s is one paste', (_, chunks, keys) => {
		expect(readKeys(...chunks)).toEqual(keys);
	});

	it.each<[string, readonly Chunk[]]>([
		['a few short lines', ['Ann\rBen\rZoe\rAnn\rBen\rZoe\r']],
		['a block of two rows', ['Ann\tArcher\rBen\tBaker\r']],
		['one long line and Enter', [`/home/${'a-long-name/'.repeat(20)}users.csv\r`]],
		['a long line, Enter and a key', [`/home/${'a-long-name/'.repeat(20)}users.csv\ry`]],
		['long cells of one row', [`${'Maximilian\t'.repeat(20)}`]],
		['lines with an arrow among them', [`${column}\u001b[B${column}`]],
		['lines with a Backspace among them', [`${column}\u007f${column}`]],
		['lines with an Esc before them', [`\u001b${column}`]],
		['lines that come one by one', column.split('\r').map((line) => `${line}\r`)],
		['lines behind half a key', ['\u001b[', `${column}`]],
	])('of %s is keys', (_, chunks) => {
		expect(readInputs(chunks).filter(({type}) => type !== 'key')).toEqual([]);
	});

	it('is keys where the terminal is known to mark its pastes', () => {
		expect(readKeys(marked, 100, 'y')).toEqual(['"x"', 'y']);
		const inputs = readInputs([marked, 100, column]);
		expect(inputs.filter(({type}) => type !== 'key')).toEqual([{type: 'paste', text: 'x'}]);
	});

	it('is refused as soon as it is too long', () => {
		const piece = 'x\ty\r\n'.repeat(120_000);
		expect(readKeys(piece, 10, piece, 10, piece, 300, 'x')).toEqual(['refused', 'x']);
	});
});
