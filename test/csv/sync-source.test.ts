import {describe, expect, test} from 'vitest';
import {findMissing} from '../../source/csv/find-missing.ts';
import type {ImportOptions} from '../../source/csv/import-plan.ts';
import type {MatchKey} from '../../source/csv/match-by.ts';
import {finishWork} from '../../source/domain/work.ts';
import {
	countsOf,
	findProblem,
	listProblems,
	makeUser,
	parseTable,
	planLines,
	refuseLines,
	sheetOf,
} from './plan-csv.ts';

const sheet = sheetOf(
	makeUser(1, {
		origin: 'client-service',
		sourceId: 'aarcher',
		serviceUser: 'aarcher',
		lastName: 'Archer',
		email: 'ann@example.com',
		deploymentPin: '4825',
		profile: 'Remote workers',
	}),
	makeUser(2, {lastName: 'Baker', email: 'ben@example.com', serviceUser: 'bbaker'}),
	makeUser(3, {
		origin: 'mbg',
		sourceId: 'costa-7',
		mbgSipUser: 'costa-7',
		lastName: 'Costa',
		email: 'c@example.com',
	}),
);

function sync(matchBy: MatchKey, more: Partial<ImportOptions> = {}): Partial<ImportOptions> {
	return {
		matchBy,
		overwrite: true,
		profile: {from: 'keep', name: 'Default'},
		unknownRows: 'undecided',
		...more,
	};
}

const header = 'Last name,Email address,Login ID,MBG SIP user name';

describe('rules.md 3.28: users of another system', () => {
	test.each([
		['client-service', 'New,n@example.com,nnew,', 'nnew'],
		['users-and-services', 'New,n@example.com,nnew,', 'nnew'],
		['mbg', 'New,n@example.com,,new-8', 'new-8'],
	] as const)('%s: a new one is made, without a question', (source, row, sourceId) => {
		const plan = planLines([header, row], sync(source), sheet);
		expect(plan.open).toEqual([]);
		expect(plan.change.added).toMatchObject([{origin: source, sourceId, profile: 'Default'}]);
	});

	test('one who is there is refreshed, read-only data too, and keeps profile and PIN', () => {
		const plan = planLines([header, 'Archer-Lee,lee@example.com,AArcher,'], sync('client-service'), sheet);
		expect(countsOf(plan)).toEqual([0, 1, 0, 0, 0]);
		expect(plan.updated[0]?.after).toMatchObject({
			id: 1,
			lastName: 'Archer-Lee',
			serviceUser: 'aarcher',
			profile: 'Remote workers',
			deploymentPin: '4825',
			origin: 'client-service',
		});
	});

	test('the same file again changes nothing', () => {
		const row = 'Archer,ann@example.com,aarcher,';
		expect(countsOf(planLines([header, row], sync('client-service'), sheet))).toEqual([0, 0, 1, 0, 0]);
	});

	test.each([
		['skip', [0, 0, 0, 0, 1]],
		['update', [0, 1, 0, 0, 0]],
		['create', [1, 0, 0, 0, 0]],
	] as const)('an own user who looks like one is asked about: %s', (duplicates, counts) => {
		const row = 'Baker,ben@example.com,bbaker,';
		const plan = planLines([header, row], sync('client-service', {duplicates}), sheet);
		expect(countsOf(plan)).toEqual(counts);
		expect(plan.concerned.duplicates.size).toBe(1);
		if (duplicates === 'update')
			expect(plan.updated[0]?.after).toMatchObject({id: 2, origin: 'client-service', sourceId: 'bbaker'});
	});

	test('the user of another system is not taken over', () => {
		const row = 'Costa,c@example.com,ccosta,costa-7';
		const plan = planLines([header, row], sync('client-service', {duplicates: 'update'}), sheet);
		expect(countsOf(plan)).toEqual([0, 0, 0, 1, 0]);
		expect(findProblem(plan, 'other-source')).toMatchObject({line: 2, severity: 'error'});
	});

	test.each([
		['client-service', 'New,n@example.com,,new-8', ['2 error missing-key MiCollab Client Service user name']],
		['mbg', 'New,n@example.com,nnew,', ['2 error missing-key MBG SIP user name']],
	] as const)('%s: a row without its name there is rejected', (source, row, problems) => {
		expect(listProblems(planLines([header, row], sync(source), sheet))).toEqual(problems);
	});

	test('the same name twice rejects both rows', () => {
		const rows = ['A,a@example.com,same,', 'B,b@example.com,SAME,'];
		expect(countsOf(planLines([header, ...rows], sync('client-service'), sheet))).toEqual([0, 0, 0, 2, 0]);
	});

	test('a file without the column is refused', () => {
		expect(refuseLines(['Last name,Email', 'A,a@example.com'], sync('mbg'), sheet).code).toBe(
			'no-match-column',
		);
	});

	test('only users of that system can be missing', () => {
		const lines = [header, 'New,n@example.com,nnew,'];
		const plan = planLines(lines, sync('client-service'), sheet);
		const missing = finishWork(findMissing(parseTable(lines.join('\n')), plan, sheet.users));
		expect(missing).toMatchObject({users: [{id: 1}], of: 1, unfindable: 0});
	});

	test('an ordinary import changes none of their data', () => {
		const plan = planLines(['ID,Last name', '1,Lee'], {overwrite: true}, sheet);
		expect(listProblems(plan)).toEqual(['2 error read-only Last name']);
	});
});
