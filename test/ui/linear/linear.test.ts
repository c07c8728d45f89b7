import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {findUser} from '../../../source/domain/sheet.ts';
import {makeFiles, sampleProfiles} from '../../helpers/app-driver.tsx';
import {followLines} from '../../helpers/follow-lines.ts';
import {makeSheet} from '../../helpers/make-users.ts';

const users = {users: 25};
const [first, , third] = makeSheet(25).users;
const thirdName = `${third?.firstName} ${third?.lastName}`;

/** All that a terminal could take for a command, and everything that draws boxes. */
const drawn = /[\u0000-\u0009\u000b-\u001f\u007f\u2500-\u259f\u2800-\u28ff]/;

describe('a sheet in lines', () => {
	it('says where one is, and after a number where one has gone', async () => {
		const {out, code} = await followLines(['3', 'column email'], users);
		expect(code).toBe(0);
		expect(out).toEqual([
			'Users.',
			'25 users.',
			`Row 1 of 25. ID 1, ${first?.firstName} ${first?.lastName}.`,
			`First name: ${first?.firstName}`,
			`ID 3: ${thirdName}.`,
			`Row 3 of 25. ID 3, ${thirdName}.`,
			`First name: ${third?.firstName}`,
			`Email address: ${third?.email}`,
			'All saved.',
		]);
	});

	it('has everything saved at the end of its input, and says what was changed', async () => {
		const {out, sheet} = await followLines(['3', 'column email', 'edit new@firma.example'], users);
		expect(findUser(sheet, 3)?.email).toBe('new@firma.example');
		expect(out).toContainEqual(expect.stringMatching(/^Changed: .*Email/));
	});

	it('says why a value is refused, and goes back without it', async () => {
		const {out, sheet} = await followLines(['column email', 'edit nobody', ':cancel', 'quit'], users);
		expect(sheet.revision).toBe(1);
		expect(out).toContainEqual(expect.stringContaining('Not an e-mail address'));
		expect(out.at(-2)).toBe(`Email address: ${first?.email}`);
	});

	it('filters with what is typed behind the command, and counts', async () => {
		const {out} = await followLines([`filter id:3`, 'rows', 'cancel'], users);
		expect(out).toEqual(expect.arrayContaining(['1 of 25 users.', `1. ID 3, ${thirdName}`]));
		expect(out.filter((line) => line === '25 users.')).toHaveLength(2);
	});

	it('says how far a range reaches, and fills it after a question', async () => {
		const {out, sheet} = await followLines(['range', 'down', 'down', 'fill down', 'yes'], users);
		expect(out).toEqual(expect.arrayContaining([expect.stringMatching(/^Range: 3 users/)]));
		expect(sheet.users[2]?.firstName).toBe(first?.firstName);
	});

	it('takes what comes behind a name for text only where a line of text is opened', async () => {
		const {out} = await followLines(['next problem'], users);
		expect(out).toContainEqual(expect.stringContaining('Nothing is wrong'));
		expect(out).not.toContain(`Last name: ${first?.lastName}`);
	});

	it('reads a question again at an empty line, and does nothing', async () => {
		const {out, sheet} = await followLines(['delete', '', 'no'], users);
		expect(out.filter((line) => line.startsWith('Answer "yes"'))).toHaveLength(2);
		expect(sheet.users).toHaveLength(25);
	});

	it('lists what fits several commands, of which a number chooses one', async () => {
		const {out} = await followLines(['writ', '1'], users);
		expect(out).toContain('Commands.');
		expect(out).toContainEqual(expect.stringMatching(/^1\. .*Write an empty CSV template/));
		expect(out).toContainEqual(expect.stringMatching(/template/i));
	});

	it('creates a user in the form, and asks before a user is deleted', async () => {
		const {sheet} = await followLines(
			['new', 'Zoe', 'Zett', '4711', 'zoe@firma.example', ':save', '3', 'delete', 'yes'],
			users,
		);
		expect(sheet.users.at(-1)).toMatchObject({firstName: 'Zoe', email: 'zoe@firma.example'});
		expect(findUser(sheet, 3)).toBeUndefined();
	});

	it('masks PINs, the one that is typed as well', async () => {
		const {out, sheet} = await followLines(['pin', '902817', 'yes', 'row', 'undo', 'redo'], users);
		expect(sheet.users[0]?.deploymentPin).toBe('902817');
		expect(out.join('\n')).not.toContain('902817');
		expect(out).toContain('Deployment PIN: ••••');
	});

	it('chooses from a list by the beginning of a name, or by number', async () => {
		const options = {...users, profiles: sampleProfiles()};
		const [, second, last] = sampleProfiles();
		const {sheet} = await followLines(['column profile', `edit ${second?.name}`, '2', 'edit', '3'], options);
		expect(sheet.users.slice(0, 2).map(({profile}) => profile)).toEqual([second?.name, last?.name]);
	});

	it('imports a file step by step, and takes the import back', async () => {
		const file = path.join(makeFiles(), 'clean-25.csv');
		const lines = [`import ${file}`, '', '', 'import', 'yes', 'close'];
		const {out, sheet} = await followLines(lines, {profiles: sampleProfiles()});
		expect(out).toContainEqual(expect.stringMatching(/^1\. Allow overwrite import, no$/));
		expect(out).toContainEqual(expect.stringMatching(/^25 rows: 25 to create/));
		expect(sheet.users).toHaveLength(25);
	});

	it('puts the rows of a file right before they are imported', async () => {
		const rows = ['Last name,Email address', 'Archer,ann @firm.example', ',ben@firm.example', 'Costa,x@y'];
		const file = path.join(makeFiles({'bad.csv': rows.join('\n')}), 'bad.csv');
		const lines = [`import ${file}`, '', '', 'fix', 'edit Baker', 'leave out', 'import', 'yes', 'close'];
		const {sheet} = await followLines(lines, {profiles: sampleProfiles()});
		expect(sheet.users.map(({lastName, email}) => [lastName, email])).toEqual([
			['Archer', 'ann@firm.example'],
			['Baker', 'ben@firm.example'],
		]);
	});

	it('goes back by one word from a line of text, and answers each line', async () => {
		const {out} = await followLines(['pin', 'x', 'x', 'cancel', 'history'], users);
		expect(out.filter((line) => line === 'Nothing has changed.')).toHaveLength(1);
		expect(out).toContain('In the history.');
	});

	it('says what it does not know, and why something cannot be done', async () => {
		const {out, sheet} = await followLines(['xyzzy', 'undo', 'column email', 'edit x@y.example'], {
			...users,
			readOnly: true,
		});
		expect(out).toContainEqual(expect.stringContaining('No command fits "xyzzy"'));
		expect(out).toContainEqual(expect.stringContaining('--read-only'));
		expect(sheet.revision).toBe(1);
	});

	it('writes nothing but plain lines, whatever is in a name', async () => {
		const sheet = makeSheet(2);
		const [one, ...rest] = sheet.users;
		if (one === undefined) throw new Error('No user');
		const hostile = {...sheet, users: [{...one, firstName: 'A\u001b[2JB\u0007'}, ...rest]};
		const lines = ['row', 'help', 'cancel', 'history', 'cancel', 'problems', 'cancel', 'pin', ':cancel'];
		const {out} = await followLines(lines, {sheet: hostile});
		expect(out.filter((line) => drawn.test(line))).toEqual([]);
	});
});
