import {readFileSync, writeFileSync} from 'node:fs';
import process from 'node:process';
import {fillSections} from './docs-tables.ts';

/** `npm run docs` writes the README's tables from the code; with `--check` it only says whether they are up to date. */
const file = new URL('../../README.md', import.meta.url);
const readme = readFileSync(file, 'utf8');
const filled = await fillSections(readme);

if (filled === readme) {
	console.log('README.md agrees with the code.');
} else if (process.argv.includes('--check')) {
	console.error(
		'README.md does not agree with the code: npm run docs writes its tables and its screen again.',
	);
	process.exitCode = 1;
} else {
	writeFileSync(file, filled);
	console.log('README.md was written again.');
}
