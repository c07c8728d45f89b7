import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import {importOptions} from '../../source/app/screens/import/options/import-options.ts';
import {sampleLines} from '../../source/app/screens/import/options/reading-options.ts';
import {goToOption} from '../helpers/go-to.ts';
import {type ImportSession, openImportSession} from '../helpers/import-session.ts';
import {makeSheet} from '../helpers/make-users.ts';

const files = {
	'users.csv': 'Last name,Email,Room;x\nArcher,ann@example.com,7;1\nBaker,ben@example.com,8;2\n',
	'pins.csv':
		'Last name,Email,PIN\nArcher,ann@example.com,824613\nBaker,ben@example.com,\nCosta,c@d.de,1\nDahl,d@d.de,2\n',
	'italian.csv': 'Elenco,2026\nCognome,Posta\nArcher,ann@example.com\n',
};
const open = () => openImportSession(makeSheet(0), files);

/** Chooses from the list of the option. */
function choose(session: ImportSession, option: string, label: string): void {
	session.press(goToOption(option), 'space');
	const asked = topScreen(session.model());
	if (asked?.name !== 'choice') throw new Error('Nothing is asked');
	const steps = asked.items.findIndex((item) => item.label === label) - asked.table.cursor.row;
	session.press(...Array.from({length: Math.abs(steps)}, () => (steps < 0 ? 'up' : 'down')), 'enter');
}

describe('how the file is read', () => {
	it('changes with the plan, and shows the header and three rows at once', () => {
		const session = open();
		session.read('users.csv');
		choose(session, 'delimiter', 'semicolon');
		expect(session.wizard().plan).toBeUndefined();
		session.answer();
		expect(session.wizard().refusal).toBeUndefined();
		expect(session.model().notice?.text).toMatch(/^The file cannot be read so: /);
		// What cannot be read so stays as it was.
		expect(session.wizard()).toMatchObject({source: {reading: {}, table: {delimiter: ','}}});
		expect(session.wizard().plan?.rows).toHaveLength(2);
		expect(sampleLines(session.wizard())).toEqual([
			'Last name · Email · Room;x',
			'Archer · ann@example.com · 7;1',
			'Baker · ben@example.com · 8;2',
		]);
	});

	it('says how lines end, which is no choice', () => {
		const session = open();
		session.read('users.csv');
		const [last] = importOptions.slice(-1);
		expect(last?.value(session.wizard())).toBe('LF');
		const before = session.wizard();
		session.press(goToOption('lineEnds'), 'space');
		expect(session.wizard().plan).toBe(before.plan);
		expect(topScreen(session.model())).toBe(session.wizard());
	});

	it('keeps what was decided, and goes back to what the file tells', () => {
		const session = open();
		session.read('pins.csv');
		session.press(goToOption('partial'), 'space');
		session.answer();
		choose(session, 'headerLine', 'line 1');
		session.answer();
		expect(session.wizard()).toMatchObject({
			step: 'options',
			options: {partial: true},
			source: {reading: {headerLine: 1}},
		});
		choose(session, 'headerLine', 'As the file tells');
		session.answer();
		expect(session.wizard().source?.reading).toEqual({});
	});

	it('shows no PIN among the rows', () => {
		const session = open();
		session.read('pins.csv');
		expect(sampleLines(session.wizard())).toEqual([
			'Last name · Email · PIN',
			'Archer · ann@example.com · ••••',
			'Baker · ben@example.com · ',
			'Costa · c@d.de · ••••',
		]);
	});

	it('takes a line as the header of a file in which none was found: its columns are chosen by hand', () => {
		const session = open();
		session.read('italian.csv');
		expect(session.wizard()).toMatchObject({step: 'file', refusal: {code: 'no-header'}});
		session.press('f8', 'down', 'enter');
		session.answer();
		expect(session.wizard()).toMatchObject({step: 'columns', source: {reading: {headerLine: 2}}});
		for (const [label, down] of [
			['Last name', 0],
			['Email address', 1],
		] as const) {
			session.press(...(down === 1 ? ['down'] : []), 'enter', ...label, 'enter');
			session.answer();
		}
		expect(session.wizard().plan?.created[0]?.user).toMatchObject({
			lastName: 'Archer',
			email: 'ann@example.com',
		});
	});

	it('offers no header row where one was found', () => {
		const session = open();
		session.read('pins.csv');
		session.press('escape', 'f8');
		expect(topScreen(session.model())?.name).toBe('import');
	});
});
