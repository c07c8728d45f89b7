import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {type FixName, fixKinds} from '../../source/csv/fix/fix-kinds.ts';
import {offerFixes, showOffer} from '../../source/csv/fix/offered-fixes.ts';
import {planFixed} from '../../source/csv/fix/plan-fixed.ts';
import {formatRejects} from '../../source/csv/format-rejects.ts';
import type {CsvTable, ImportOptions, ImportPlan} from '../../source/csv/import-plan.ts';
import {matchKeys, sourceKeys} from '../../source/csv/match-by.ts';
import {planImport} from '../../source/csv/plan/plan-import.ts';
import {readTable} from '../../source/csv/read-table.ts';
import {applyChange} from '../../source/domain/apply-change.ts';
import {isMasked, maskValue} from '../../source/domain/field.ts';
import {storedFields} from '../../source/domain/field-lists.ts';
import {formatProblem, type Problem} from '../../source/domain/problem.ts';
import {type Sheet, surroundingsOf} from '../../source/domain/sheet.ts';
import {checkUser} from '../../source/domain/user.ts';
import {finishWork} from '../../source/domain/work.ts';
import {createRandom} from '../helpers/random.ts';
import {makeUser, plainOptions, sheetOf} from './plan-csv.ts';

/** How many damaged files are tried: more on demand, and from another seed. */
const amount = Number(process.env.USERSHEET_MUTATIONS ?? 500);
const seed = Number(process.env.USERSHEET_SEED ?? 1);

const folders = ['../../samples/', '../cases/'].map((folder) => new URL(folder, import.meta.url));
const originals = folders.flatMap((folder) =>
	readdirSync(folder)
		.filter((name) => name.endsWith('.csv'))
		.map((name) => readFileSync(new URL(name, folder))),
);
const insertions = [
	'"',
	'""',
	"'",
	',',
	';',
	'\t',
	'|',
	'\r',
	'\n',
	'\r\n',
	'\0',
	'\u001a',
	'\u001b[2J',
	'\ufeff',
	'\u202e',
	'\u0301',
	'\u200b',
	'="',
	'sep=;\n',
	'ID,',
	'Profile',
	'1.23457E+19',
	'#N/A',
	'Ã¼',
	' ',
	'#',
	'@',
	'9'.repeat(40),
	'x'.repeat(3000),
].map((text) => Buffer.from(text));
const bytes = [0x80, 0xc3, 0xe9, 0xff, 0xfe, 0xf0].map((byte) => Buffer.from([byte]));
const headerOf = new Map(storedFields.map((field) => [field.header, field]));

describe('damaged files', () => {
	it(`never do more than their plan says: ${amount} of them`, () => {
		const random = dice(seed);
		const sheet = sheetOf(...Array.from({length: 12}, (_, index) => makeUser(index + 1)));
		for (let index = 0; index < amount; index += 1) {
			const file = mutate(random);
			try {
				examine(file, optionsOf(random, sheet), sheet);
			} catch (error) {
				throw new Error(`File ${index} of seed ${seed}: ${JSON.stringify(file.toString('latin1'))}`, {
					cause: error,
				});
			}
		}
	}, 600_000);
});

/** A whole number from 0 up to but not including its argument. */
type Random = (below: number) => number;

function dice(start: number): Random {
	const random = createRandom(start);
	return (below) => Math.floor(random() * below);
}

function pick<Item>(items: readonly Item[], random: Random): Item {
	const item = items[random(items.length)];
	if (item === undefined) throw new Error('nothing to pick');
	return item;
}

/** One to four faults: bytes changed, cut out, put in, doubled; lines swapped; the end cut off; two files in one. */
function mutate(random: Random): Buffer {
	let file: Buffer = pick(originals, random);
	for (let faults = 1 + random(4); faults > 0; faults -= 1) {
		const at = random(file.length + 1);
		const end = Math.min(file.length, at + random(40));
		const [before, middle, after] = [file.subarray(0, at), file.subarray(at, end), file.subarray(end)];
		file = pick(
			[
				() => Buffer.concat([before, pick(insertions, random), middle, after]),
				() => Buffer.concat([before, pick(bytes, random), middle, after]),
				() => Buffer.concat([before, after]),
				() => Buffer.concat([before, middle, middle, after]),
				() => Buffer.from([...before, ...middle.map((byte) => byte ^ (1 << random(8))), ...after]),
				() => before,
				() => Buffer.concat([file, pick(originals, random)]),
				() => Buffer.from(shuffleLines(file.toString('latin1'), random), 'latin1'),
			],
			random,
		)();
	}
	return file;
}

function shuffleLines(text: string, random: Random): string {
	const lines = text.split('\n');
	const from = random(lines.length);
	const [line = ''] = lines.splice(from, 1);
	lines.splice(random(lines.length + 1), 0, line);
	return lines.join('\n');
}

function optionsOf(random: Random, sheet: Sheet): ImportOptions {
	const profile = pick(
		[{from: 'csv'} as const, {from: 'choice', name: sheet.profiles[0]?.name ?? ''} as const],
		random,
	);
	const matchBy = random(3) > 0 ? 'id' : pick([...matchKeys, ...sourceKeys], random);
	const overwrite = random(2) > 0 || sourceKeys.includes(matchBy);
	return {...plainOptions, profile, partial: random(3) > 0, overwrite, matchBy};
}

function examine(file: Buffer, options: ImportOptions, sheet: Sheet): void {
	const table = finishWork(readTable(file));
	const plan = 'refused' in table ? table : finishWork(planImport(table, options, sheet, 'users.csv'));
	const problems = 'refused' in plan ? [plan.refused] : plan.problems;
	for (const problem of problems) checkProblem(problem);
	if ('refused' in plan || 'refused' in table) return;
	checkPlan(plan, sheet);
	checkFixes(table, options, sheet);
	expect(formatRejects(table, plan.rejected, '0123456789abcdef').split('\n').length).toBeGreaterThan(
		plan.rejected.length,
	);
}

const allFixes: ReadonlySet<FixName> = new Set(fixKinds.map(({name}) => name));

/** What is put right is shown without secrets, leaves all that was right, and the problem that it was offered for is gone. */
function checkFixes(table: CsvTable, options: ImportOptions, sheet: Sheet): void {
	const fixed = finishWork(planFixed(table, options, sheet, 'users.csv', allFixes, ''));
	if ('refused' in fixed) return;
	for (const offer of fixed.taken) {
		if (offer.field !== undefined && isMasked(offer.field))
			for (const shown of showOffer(offer)) expect(['', maskValue('x')]).toContain(shown);
	}
	checkPlan(fixed.plan, sheet);
	expect(finishWork(offerFixes({table, plan: fixed.plan}, allFixes))).toEqual([]);
}

/** A problem can be read by a person, controls no terminal, and shows nothing that is secret. */
function checkProblem(problem: Problem): void {
	const {code, message, short, column, value} = problem;
	expect(code).toMatch(/^[a-z-]+$/);
	expect(message).toMatch(/\S.*[.?]$/s);
	expect(short).not.toBe('');
	expect(formatProblem(problem)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
	const field = headerOf.get(column ?? '');
	if (field !== undefined && isMasked(field) && value !== undefined)
		expect(['', maskValue('x')]).toContain(value);
}

/** What is said of the rows is what is said in the plan, by line. */
function checkViews({rows, problems}: ImportPlan): void {
	const ofRows = rows.flatMap((judged) => judged.problems);
	expect(problems.slice(problems.length - ofRows.length)).toEqual(ofRows);
	const lines = ofRows.map(({line = 0}) => line);
	expect(lines).toEqual(lines.toSorted((a, b) => a - b));
	for (const {row, problems: found} of rows) expect(found.every(({line}) => line === row.line)).toBe(true);
}

/** Every row is somewhere, and what is written keeps all rules. */
function checkPlan(plan: ImportPlan, sheet: Sheet): void {
	const {created, updated, unchanged, rejected, skipped, leftOut, change} = plan;
	const judged = [created, updated, unchanged, rejected, skipped, leftOut].flat();
	expect(new Set(judged)).toEqual(new Set(plan.rows));
	expect(judged).toHaveLength(plan.rows.length);
	checkViews(plan);
	expect(new Set(updated.map(({before}) => before.id)).size).toBe(updated.length);
	if (plan.open.length > 0) expect(change).toMatchObject({added: [], updated: [], removed: []});
	const after = applyChange(sheet, change);
	const ids = after.users.map(({id}) => id);
	expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
	const written = [...change.added, ...(change.updated.length > 0 ? updated.map(({after}) => after) : [])];
	const errors = written.flatMap((user) => checkUser(user, surroundingsOf(after)));
	expect(errors.filter(({severity}) => severity === 'error')).toEqual([]);
}
