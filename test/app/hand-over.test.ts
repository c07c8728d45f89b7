import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import {makeUser, sheetOf} from '../domain/make-sheet.ts';
import {goToField} from '../helpers/go-to.ts';
import {openSession} from '../helpers/model-session.ts';

const ann = makeUser(1, {
	firstName: 'Ann',
	lastName: 'Archer',
	email: 'ann@example.com',
	directoryNumber: '2001',
	pbxSipUser: '2001',
	pbxSipPassword: 'device-word',
	serviceUser: 'ann.archer',
	servicePassword: 'own-word',
	deploymentPin: '480913',
});
const sheet = sheetOf(ann, makeUser(2, {lastName: 'Baker', email: 'bob@example.com'}));
const openForm = [':', 'hand-over', 'enter'];
const fillIn = [...['Carla', 'tab', 'Costa'], goToField('email'), 'carla@example.com', 'ctrl+s'];

describe('handing over a number', () => {
	it('asks what becomes of the old user, fills in what comes with the number, and is one change with one undo', () => {
		const session = openSession(sheet);
		session.press(...openForm);
		expect(topScreen(session.model())).toMatchObject({
			name: 'choice',
			items: [{label: 'Delete Ann Archer'}, {label: 'Keep Ann Archer'}],
		});
		session.press('enter');
		expect(topScreen(session.model())).toMatchObject({
			name: 'form',
			values: {
				directoryNumber: '2001',
				pbxSipUser: '2001',
				pbxSipPassword: '',
				serviceUser: '',
				deploymentPin: '',
			},
		});
		session.press(...fillIn);
		expect(session.stored().users).toMatchObject([
			{id: 2},
			{
				id: 3,
				lastName: 'Costa',
				directoryNumber: '2001',
				pbxSipPassword: 'device-word',
				servicePassword: '',
				deploymentPin: '',
				origin: 'manual',
			},
		]);
		expect(session.history).toHaveLength(1);
		expect(session.model().notice?.text).toContain('Hand over 2001 from Ann Archer to Carla Costa: done.');
		session.press('ctrl+z');
		expect(session.stored().users).toEqual(sheet.users);
	});

	it('keeps the old user where that is chosen, without number and device', () => {
		const session = openSession(sheet);
		session.press(...openForm, 'down', 'enter', ...fillIn);
		expect(session.stored().users[0]).toMatchObject({
			id: 1,
			directoryNumber: '',
			pbxSipPassword: '',
			serviceUser: 'ann.archer',
		});
		expect(session.stored().users[2]).toMatchObject({id: 3, directoryNumber: '2001'});
	});

	it('changes nothing where the form is left, and asks only where something was typed', () => {
		const session = openSession(sheet);
		session.press(...openForm, 'enter', 'escape');
		expect(session.model().screens).toEqual([]);
		expect(session.stored()).toBe(sheet);
	});

	it('is for one new user only', () => {
		const session = openSession(sheet);
		session.press(
			...openForm,
			'enter',
			'Carla',
			'tab',
			'Costa',
			goToField('email'),
			'carla@example.com',
			'ctrl+n',
		);
		expect(session.model().notice?.text).toContain('one user only');
		expect(session.stored()).toBe(sheet);
	});

	it('does not save what is incomplete', () => {
		const session = openSession(sheet);
		session.press(...openForm, 'enter', 'Carla', 'ctrl+s');
		expect(topScreen(session.model())).toMatchObject({name: 'form'});
		expect(session.stored()).toBe(sheet);
	});

	it('offers no keeping of a user of another system', () => {
		const session = openSession(sheetOf({...ann, origin: 'mbg'}));
		session.press(...openForm);
		expect(topScreen(session.model())).toMatchObject({items: [{label: 'Delete Ann Archer'}]});
		expect(session.model().notice?.text).toContain('deleted here');
	});

	it('is refused without a number, and on a sheet that is only read', () => {
		const session = openSession(sheet);
		session.press('down', ...openForm);
		expect(session.model()).toMatchObject({notice: {text: 'This user has no number.'}});
		const locked = openSession(sheet, {readOnly: true});
		locked.press(...openForm);
		expect(topScreen(locked.model())?.name).not.toBe('choice');
	});

	it('shows no password that comes with the number, revealed or not', () => {
		const session = openSession(sheet);
		session.press(...openForm, 'enter', 'ctrl+r');
		expect(topScreen(session.model())).toMatchObject({
			values: {pbxSipPassword: ''},
			start: {pbxSipPassword: ''},
		});
	});
});
