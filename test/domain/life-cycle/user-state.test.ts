import {describe, expect, test} from 'vitest';
import {applyChange} from '../../../source/domain/apply-change.ts';
import {updateChange} from '../../../source/domain/change.ts';
import {deployedValues, notDeployed} from '../../../source/domain/deployed-values.ts';
import {fingerprintDeployment} from '../../../source/domain/fingerprint-deployment.ts';
import type {UserState} from '../../../source/domain/life-cycle/state-table.ts';
import {userState} from '../../../source/domain/life-cycle/user-state.ts';
import {planUndo} from '../../../source/domain/plan-undo.ts';
import {defaultProfile, type Profile} from '../../../source/domain/profile.ts';
import {findUser, type Sheet, surroundingsOf} from '../../../source/domain/sheet.ts';
import type {User} from '../../../source/domain/user.ts';
import {makeUser, sheetOf} from '../make-sheet.ts';

const at = '2026-03-08T09:00:00.000Z';
const profile: Profile = {
	...defaultProfile,
	mbgSipHost: 'mbg.example.com',
	linkTemplate: 'https://redirect.example.com/{Directory Number}',
};
const ready = makeUser(1, {
	firstName: 'Ann',
	lastName: 'Archer',
	email: 'ann@example.com',
	directoryNumber: '2001',
	serviceUser: 'archera',
	deploymentPin: '482913',
});
const deploy = (user: User) => deployedValues(user, at, fingerprintDeployment(user, profile));
const deployed: User = {...ready, ...deploy(ready)};
const renamed: User = {...deployed, serviceUser: 'foxa'};
const deployedAgain: User = {...renamed, ...deploy(renamed)};

const stateOf = (user: User, one: Profile = profile, standAlone = false): UserState =>
	userState(user, {profiles: [one], standAlone});

describe('the state of a user (rules.md 5.2)', () => {
	test.each<readonly [what: string, user: User, state: UserState]>([
		['a value that is required is missing', {...ready, email: ''}, 'incomplete'],
		['a value is wrong', {...ready, email: 'ann'}, 'incomplete'],
		['the profile is gone', {...ready, profile: 'Gone'}, 'incomplete'],
		['ready, with the template of the profile', ready, 'to-deploy'],
		['deployed', deployed, 'sent'],
		['downloaded', {...deployed, downloadedOn: at}, 'downloaded'],
		['a value that the client has is another one', {...deployed, directoryNumber: '2002'}, 'changed-since'],
		['another link', {...deployed, deploymentLink: 'https://x.example/1'}, 'changed-since'],
		['another password of the PBX', {...deployed, pbxSipPassword: 'secret'}, 'changed-since'],
		['changed after the download', {...deployed, downloadedOn: at, mbgSipUser: 'ann-2001'}, 'changed-since'],
		[
			'a name, an address or a PIN is nothing that the client has',
			{...deployed, lastName: 'Fox', email: 'fox@example.com', deploymentPin: '1357'},
			'sent',
		],
		['changed so that it cannot be deployed', {...deployed, directoryNumber: '20 01'}, 'incomplete'],
		['wrong in what the client has not', {...deployed, email: ''}, 'sent'],
		['another service user name', renamed, 'reset-needed'],
		['the same, and incomplete', {...renamed, email: ''}, 'reset-needed'],
		['the service user name is taken away', {...deployed, serviceUser: ''}, 'reset-needed'],
		['the old name again', {...renamed, serviceUser: 'archera'}, 'sent'],
		['deployed again with the new name', deployedAgain, 'reset-needed'],
		['deployed again, and reset', {...deployedAgain, setUpUser: 'foxa'}, 'sent'],
		['reset, and not deployed again', {...renamed, setUpUser: 'foxa'}, 'changed-since'],
		['deployed without a service user name, which came later', {...deployed, setUpUser: ''}, 'sent'],
		['no longer deployed', {...renamed, ...notDeployed}, 'to-deploy'],
	])('%s', (_, user, state) => {
		expect(stateOf(user)).toBe(state);
	});

	test('is "no link" where neither user nor profile have one', () => {
		expect(stateOf(ready, defaultProfile)).toBe('no-link');
		expect(stateOf({...ready, deploymentLink: 'https://x.example/1'}, defaultProfile)).toBe('to-deploy');
	});

	test('is another one once the deployment is stand-alone, and back', () => {
		expect(stateOf(ready, profile, true)).toBe('incomplete');
		expect(stateOf(ready)).toBe('to-deploy');
	});

	test.each<readonly [what: string, changed: Partial<Profile>, state: UserState]>([
		['MBG host', {mbgSipHost: 'new.example.com'}, 'changed-since'],
		['WebRTC host', {mbgWebrtcSipHost: 'new.example.com'}, 'changed-since'],
		['remote MBG', {remoteMbg: true}, 'changed-since'],
		['service host', {serviceHost: 'micollab.example.com'}, 'changed-since'],
		['link template', {linkTemplate: 'https://other.example.com/{ID}'}, 'changed-since'],
		['message text', {messageText: 'Hello', subject: 'Hello', centralEmail: 'it@example.com'}, 'sent'],
	])('follows the %s of the profile', (_, changed, state) => {
		expect(stateOf(deployed, {...profile, ...changed})).toBe(state);
	});

	test('is not changed by a host of the profile that the user has too', () => {
		const own = {...ready, serviceHost: 'own.example.com'};
		const user = {...own, ...deploy(own)};
		expect(stateOf(user, {...profile, serviceHost: 'micollab.example.com'})).toBe('sent');
	});

	test('follows a change and its undo', () => {
		const sheet: Sheet = {...sheetOf(deployed), profiles: [profile]};
		const change = updateChange('Edit', deployed, renamed);
		const changed = applyChange(sheet, change);
		const state = (of: Sheet) => userState(findUser(of, 1) ?? ready, surroundingsOf(of));
		expect(state(changed)).toBe('reset-needed');
		expect(state(applyChange(changed, planUndo({change}, changed).change))).toBe('sent');
	});
});
