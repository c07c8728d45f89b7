import {describe, expect, it} from 'vitest';
import {type Change, emptyChange, updateOf} from '../../source/domain/change.ts';
import {
	countText,
	describeAuthor,
	describeCount,
	describeOrigination,
	describeRows,
	describeWay,
} from '../../source/domain/describe-entry.ts';
import {countChange} from '../../source/domain/entry.ts';
import {type FieldChange, listFieldChanges, takeFieldChanges} from '../../source/domain/field-changes.ts';
import {formatLocalTime, isTimeZone} from '../../source/domain/local-time.ts';
import {defaultProfile} from '../../source/domain/profile.ts';
import {defaultSettings} from '../../source/domain/sheet.ts';
import {finishWork} from '../../source/domain/work.ts';
import {makeUser} from './make-sheet.ts';

const ann = makeUser(1, {firstName: 'Ann', lastName: 'Archer', email: 'ann@example.com'});

describe('describe-entry', () => {
	it('says who, from where and how', () => {
		expect(describeAuthor({user: 'ann'})).toBe('ann');
		expect(describeAuthor({user: 'ann', client: '10.0.0.5'})).toBe('ann at 10.0.0.5');
		expect(describeOrigination({from: 'command-line'})).toBe('command line');
		expect(describeWay({from: 'undo'})).toBe('by an undo');
		expect(
			describeWay({from: 'import', fileName: 'a-rejects.csv', hash: '0123456789abcdef', rejectsOf: 1012}),
		).toBe('import of a-rejects.csv, rows that change 1,012 rejected (SHA-256 0123456789ab…)');
		expect(describeWay({from: 'import', fileName: 'users.csv', hash: '0123456789abcdef'})).toBe(
			'import of users.csv (SHA-256 0123456789ab…)',
		);
	});

	it('tells what became of the rows of a file, where that was kept', () => {
		const entry = {revision: 1, at: '', author: {user: ''}, label: 'x'};
		const counts = countChange({...emptyChange('x'), added: [ann]});
		const file = {from: 'import', fileName: 'users.csv', hash: ''} as const;
		const rows = {unchanged: 1200, skipped: 3, leftOut: 0, rejected: 2, fixedCells: 1};
		expect(describeRows({...entry, counts, origination: {...file, counts: rows}})).toBe(
			'1 created, 2 rejected, 3 skipped, 1,200 unchanged; 1 cell put right',
		);
		expect(describeRows({...entry, counts, origination: file})).toBeUndefined();
		expect(describeRows({...entry, counts, origination: {from: 'grid'}})).toBeUndefined();
	});

	it('counts what was changed', () => {
		const change = {...emptyChange('x'), added: [ann, ann], updated: [updateOf(ann, ann)]};
		expect(describeCount(change)).toBe('2 users created, 1 changed');
		expect(describeCount({...emptyChange('x'), removed: [ann]})).toBe('1 user deleted');
		expect(
			describeCount({
				...emptyChange('x'),
				settings: [{...defaultSettings, standAlone: true}, defaultSettings],
			}),
		).toBe('settings changed');
		const entry = {revision: 1, at: '', author: {user: ''}, origination: {from: 'grid'}, label: 'x'} as const;
		expect(countText({...entry, counts: countChange(change)})).toBe('3');
		expect(countText({...entry, counts: countChange(emptyChange('x'))})).toBe('');
	});
});

/** Every line, taken in pages of three. */
function linesOf(change: Change): readonly FieldChange[] {
	const list = finishWork(listFieldChanges(change));
	const pages = Array.from({length: Math.ceil(list.length / 3)}, (_, page) =>
		takeFieldChanges(list, page * 3, page * 3 + 3),
	);
	expect(pages.flat()).toEqual(takeFieldChanges(list, 0, list.length));
	expect(pages.flat()).toHaveLength(list.length);
	expect(takeFieldChanges(list, list.length, list.length + 3)).toEqual([]);
	return pages.flat();
}

describe('field changes', () => {
	it('are one line for each value, with secrets and PINs masked', () => {
		const after = {...ann, lastName: 'Ash', deploymentPin: '4711', pbxSipPassword: 'geheim'};
		const lines = linesOf({
			...emptyChange('x'),
			updated: [updateOf(ann, after)],
			added: [makeUser(2, {lastName: 'Baker'})],
			removed: [makeUser(3, {profile: '', voicemailPin: '9876'})],
		});
		expect(lines.map(({action, id, field, before, after}) => [action, id, field, before, after])).toEqual([
			['changed', '1', 'Last name', 'Archer', 'Ash'],
			['changed', '1', 'PBX SIP password', '', '••••'],
			['changed', '1', 'Deployment PIN', '', '••••'],
			['created', '2', 'Profile', '', 'Default'],
			['created', '2', 'Last name', '', 'Baker'],
			['deleted', '3', 'Voicemail PIN', '••••', ''],
		]);
		expect(JSON.stringify(lines)).not.toMatch(/4711|geheim|9876/);
	});

	it('tell of profiles, settings, origins, and of secrets that are gone', () => {
		const lines = linesOf({
			...emptyChange('x'),
			updated: [
				updateOf(ann, {...ann, origin: 'csv'}),
				updateOf(ann, ann),
				updateOf(ann, {...ann, lastName: 'Ash'}),
				updateOf(makeUser(2), makeUser(2, {lastName: 'Baker'})),
			],
			profiles: [[defaultProfile], [{...defaultProfile, remoteMbg: true}]],
			settings: [defaultSettings, {...defaultSettings, standAlone: true}],
		});
		expect(lines.map(({name, field, before, after}) => [name, field, before, after])).toEqual([
			['Default', 'Remote MBG', 'off', 'on'],
			['Settings', 'Stand-alone deployment', 'off', 'on'],
			['Ann Archer', 'Origin', 'manual', 'csv'],
			['Ann Archer', 'Secret', '', ''],
			['Ann Archer', 'Last name', 'Archer', 'Ash'],
			['Baker', 'Last name', '', 'Baker'],
		]);
	});
});

describe('local time', () => {
	it.each([
		['2026-03-08T13:05:59.999Z', 'UTC', '2026-03-08 13:05'],
		['2026-03-08T13:05:00Z', 'Europe/Vienna', '2026-03-08 14:05'],
		['2026-07-31T22:30:00Z', 'Europe/Vienna', '2026-08-01 00:30'],
		['2026-03-08T13:05:00Z', 'Asia/Kathmandu', '2026-03-08 18:50'],
		['not a time', 'UTC', 'not a time'],
	])('shows %s in %s as %s', (at, zone, shown) => {
		expect(formatLocalTime(at, zone)).toBe(shown);
	});

	it('knows zones by name', () => {
		expect([isTimeZone('Europe/Vienna'), isTimeZone('Nowhere/Land')]).toEqual([true, false]);
	});
});
