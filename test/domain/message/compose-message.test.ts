import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type Composed, composeMessage} from '../../../source/domain/message/compose-message.ts';
import type {DeploymentMessage} from '../../../source/domain/message/deployment-message.ts';
import {leakFields} from '../../../source/domain/message/find-leak.ts';
import {defaultProfile, type Profile} from '../../../source/domain/profile.ts';
import {emptyUser, type User} from '../../../source/domain/user.ts';

const ann: User = {
	...emptyUser,
	id: 42,
	firstName: 'Ann',
	lastName: 'Archer',
	email: 'ann.archer@example.com',
	directoryNumber: '2001',
	serviceHost: 'mcs.example.com',
	serviceUser: 'archera',
	servicePassword: 'Sommer-2026!',
	pbxSipPassword: 'q7Rt99xPz',
	mbgSipPassword: 'archer',
	voicemailPin: '2001',
	deploymentPin: '482913',
	deploymentLink: 'https://redirect.example.com/d/0Kq7',
	authenticationCode: 'X7-KK',
};
const mail = {contact: 'the helpdesk, 1000'};

function compose(user: Partial<User> = {}, profile: Partial<Profile> = {}): Composed {
	return composeMessage({...ann, ...user}, {...defaultProfile, ...profile}, mail);
}

function messageFor(user: Partial<User> = {}, profile: Partial<Profile> = {}): DeploymentMessage {
	const composed = compose(user, profile);
	if (composed.kind === 'faults') throw new Error(composed.faults.map(({message}) => message).join(' '));
	return composed.message;
}

/** "code/all": what is wrong, and whom it keeps from getting a message. */
function faultsFor(user: Partial<User> = {}, profile: Partial<Profile> = {}): readonly string[] {
	const composed = compose(user, profile);
	return composed.kind === 'message' ? [] : composed.faults.map(({code, concerns}) => `${code}/${concerns}`);
}

describe('the message that usersheet has', () => {
	it('says all that a user needs, and nothing of what is secret', () => {
		const {to, subject, text} = messageFor();
		expect(to).toEqual({name: 'Ann Archer', address: 'ann.archer@example.com'});
		expect(subject).toBe('MiCollab Client for Ann Archer');
		expect(text).toBe(`Hello Ann Archer,

your MiCollab Client can be set up now. Open this link on the device on which you want to use it, or scan the QR code with that device:

https://redirect.example.com/d/0Kq7

Authentication code: X7-KK
MiCollab Client Service: mcs.example.com
User name: archera

You need a PIN, too: the client asks for it. You get it separately, and never by e-mail.
Your password comes separately.

If you have a question, ask the helpdesk, 1000.
`);
	});

	it('leaves out what a user does not have, with its line', () => {
		const {text} = messageFor({authenticationCode: '', deploymentPin: '', serviceHost: '', serviceUser: ''});
		expect(text).not.toMatch(/PIN|Authentication|MiCollab Client Service|User name|\n\n\n/);
		expect(text).toContain('\n\nYour password comes separately.\n\n');
	});

	it('has the service host of the profile for a user without one', () => {
		expect(messageFor({serviceHost: ''}, {serviceHost: 'mcs2.example.com'}).text).toContain(
			'mcs2.example.com',
		);
	});

	it('is the same in HTML, with a link that can be clicked and the QR code behind it', () => {
		const {html} = messageFor({firstName: '<b>Ann</b>', deploymentLink: 'https://a.example/?x=1&y="2"'});
		expect(html).toContain('Hello &lt;b&gt;Ann&lt;/b&gt; Archer,');
		const link = 'https://a.example/?x=1&amp;y=&quot;2&quot;';
		expect(html).toContain(`<p dir="auto"><a href="${link}">${link}</a></p>\n<p><img src="cid:`);
		expect(html.match(/<img/g)).toHaveLength(1);
	});

	it('makes nothing to be clicked of a link that is no web page', () => {
		expect(messageFor({deploymentLink: 'micollab:setup?x=1'}).html).not.toContain('href');
	});

	it('goes to the central address, and names the user in the subject', () => {
		const profile = {centralEmail: 'phones@example.com'};
		expect(messageFor({}, profile)).toMatchObject({
			to: {name: '', address: 'phones@example.com'},
			subject: 'MiCollab Client for Ann Archer',
		});
		expect(messageFor({}, {...profile, subject: 'Your phone'}).subject).toBe('Your phone (Ann Archer)');
		expect(messageFor({}, {subject: 'Your phone'}).subject).toBe('Your phone');
	});
});

describe('placeholders', () => {
	const link = '{Deployment link}';

	it.each([
		['{First name}', 'Ann'],
		['{ FIRSTNAME }', 'Ann'],
		['{Vorname}', 'Ann'],
		['{Full name}', 'Ann Archer'],
		['{id}', '42'],
		['{Directory Number}', '2001'],
		['{MBG SIP host}', 'mbg.example.com'],
		['{Contact}', 'the helpdesk, 1000'],
		[
			'{PIN note}',
			'You need a PIN, too: the client asks for it. You get it separately, and never by e-mail.',
		],
		['{Profile}', 'Default'],
		['{', '{'],
		['{\n}', '{\n}'],
	])('%s is %s', (written, value) => {
		const user = {profile: 'Default'};
		const profile = {mbgSipHost: 'mbg.example.com', messageText: `${link}\n${written}`};
		expect(messageFor(user, profile).text).toBe(`${ann.deploymentLink}\n${value}\n`);
	});

	it.each([
		['{Deployment PIN}', 'secret-placeholder'],
		['{pin}', 'secret-placeholder'],
		['{Código PIN?}', 'secret-placeholder'],
		['{MiCollab Client Service password}', 'secret-placeholder'],
		['{Voicemail PIN}', 'secret-placeholder'],
		['{servicePassword}', 'secret-placeholder'],
		['{Frist name}', 'unknown-placeholder'],
		['{}', 'unknown-placeholder'],
	])('%s keeps everybody from getting a message: %s', (written, code) => {
		expect(faultsFor({}, {messageText: `${link} ${written}`})).toEqual([`${code}/all`]);
		expect(faultsFor({}, {subject: written})).toEqual([`${code}/all`]);
		expect(faultsFor({deploymentLink: ''}, {linkTemplate: `https://a.example/${written}`})).toContain(
			`${code}/all`,
		);
	});

	it('names the nearest one, and does not repeat it in the message', () => {
		const composed = compose({}, {subject: '{Frist name}'});
		expect(composed).toMatchObject({
			faults: [{column: 'Subject', value: '{Frist name}', fix: 'Did you mean "{First name}"?'}],
		});
	});

	it('without a value keep everybody from getting a message, and name the user', () => {
		const composed = compose({directoryNumber: ''}, {messageText: `${link} {Number} {Number}`});
		expect(composed).toMatchObject({
			faults: [{code: 'empty-placeholder', concerns: 'all', who: 'Ann Archer', id: '42', value: '{Number}'}],
		});
		expect(messageFor({directoryNumber: ''}, {messageText: `${link}\nx {Number?}`}).text).toBe(
			`${ann.deploymentLink}\n`,
		);
	});

	it('must have the link among them', () => {
		expect(faultsFor({}, {messageText: 'Hello {First name}'})).toEqual(['no-link-in-text/all']);
		expect(faultsFor({}, {messageText: 'Hello {Deployment link?}'})).toEqual(['no-link-in-text/all']);
	});
});

describe('the link', () => {
	const without = {deploymentLink: ''};

	it('comes from the template of the profile, coded as a URL needs it', () => {
		const linkTemplate = 'https://a.example/{Last name}?n={Directory Number}';
		const user = {...without, lastName: "O'Neill & Söhne", directoryNumber: '#1'};
		expect(messageFor(user, {linkTemplate}).link).toBe("https://a.example/O'Neill%20%26%20S%C3%B6hne?n=%231");
		expect(messageFor({}, {linkTemplate}).link).toBe(ann.deploymentLink);
	});

	it.each([
		['there is none', without, {}, 'no-link/user'],
		[
			'a value of it is missing',
			{...without, directoryNumber: ''},
			{linkTemplate: 'https://a.example/{Number}'},
			'no-link/user',
		],
		['it is none', {deploymentLink: 'see the paper'}, {}, 'deployment-link/user'],
		[
			'it is too long for a QR code',
			{deploymentLink: `https://a.example/${'a'.repeat(2500)}`},
			{},
			'link-too-long/user',
		],
		['the address is none', {email: 'ann@'}, {}, 'email-address/user'],
	])('keeps only this user from getting a message where %s', (_, user, profile, fault) => {
		expect(faultsFor(user, profile)).toEqual([fault]);
	});

	it('cannot be a part of its own template', () => {
		const linkTemplate = 'https://a.example/{Deployment link}';
		expect(faultsFor(without, {linkTemplate})).toEqual(['circular-placeholder/all']);
	});

	it('is not in what is said of it', () => {
		const deploymentLink = 'see the paper';
		expect(JSON.stringify(compose({deploymentLink}))).not.toContain(deploymentLink);
	});
});

describe('passwords and PINs', () => {
	const text = (words: string) => ({messageText: `{Deployment link} ${words}`});

	it.each([
		['PIN as a word', 'Your PIN is 482913.', 'secret-in-message/all'],
		['PIN behind a colon', 'PIN:482913', 'secret-in-message/all'],
		['PIN in groups', 'PIN 48 29 13', 'secret-in-message/all'],
		['PIN digit by digit', '4-8-2-9-1-3', 'secret-in-message/all'],
		['PIN in wide digits', '４８２９１３', 'secret-in-message/all'],
		['password', 'It is Sommer-2026!', 'secret-in-message/all'],
		['long password in a word', 'xq7Rt99xPzx', 'secret-in-message/all'],
		['voicemail PIN', 'Box 2001', 'secret-in-message/all'],
		['PIN in a longer number', 'Call 04829130', undefined],
		['part of the PIN', '4829', undefined],
		['password in another case', 'ARCHER', undefined],
		['number that is put in and is a PIN, too', '{Directory Number}', undefined],
	])('%s in a text of one’s own: %s → %s', (_, words, fault) => {
		expect(faultsFor({}, text(words))).toEqual(fault === undefined ? [] : [fault]);
		if (words !== '{Directory Number}')
			expect(faultsFor({}, {subject: words})).toEqual(fault === undefined ? [] : [fault]);
	});

	it.each([
		['PIN in a name', {firstName: 'Ann (482913)'}, 'secret-in-message/user'],
		['password that is the user name', {serviceUser: 'archer'}, 'secret-in-message/user'],
		['long password in the link', {deploymentLink: 'https://a.example/q7Rt99xPz'}, 'secret-in-message/user'],
		['password as authentication code', {authenticationCode: 'Sommer-2026!'}, 'secret-in-message/user'],
		['PIN by chance in the link', {deploymentLink: 'https://a.example/482913/482913'}, undefined],
		['voicemail PIN that is the login ID', {serviceUser: '2001'}, undefined],
		['password that usersheet itself has written', {servicePassword: 'password'}, undefined],
	])('%s', (_, user, fault) => {
		expect(new Set(faultsFor(user))).toEqual(new Set(fault === undefined ? [] : [fault]));
	});

	it('are never repeated by what is said of them', () => {
		const composed = JSON.stringify([
			compose({}, text('Your PIN is 482913.')),
			compose({authenticationCode: 'PIN-482913'}),
		]);
		expect(composed).toContain('secret-in-message');
		expect(composed).not.toContain('482913');
	});

	it('are in no message, whatever the author of the text writes', () => {
		const secret = fc.stringMatching(/^(?:\d{4,8}|[A-Za-z0-9!#-]{6,12})$/);
		const words = fc.array(
			fc.oneof(fc.constantFrom('PIN', '{First name}', '{Contact}', ':', '\n'), fc.lorem()),
		);
		fc.assert(
			fc.property(secret, fc.nat(4), words, words, (value, which, before, after) => {
				const key = leakFields[which]?.key ?? 'deploymentPin';
				const messageText = `{Deployment link} ${before.join(' ')} ${value} ${after.join(' ')}`;
				const composed = compose({[key]: value}, {messageText});
				expect(composed.kind).toBe('faults');
			}),
		);
	});
});

describe('values that mean harm', () => {
	it('become no lines, no headers and no tags', () => {
		const anything = fc.string({unit: 'binary', maxLength: 60});
		fc.assert(
			fc.property(anything, anything, anything, (firstName, lastName, subject) => {
				const profile = {subject: subject.replaceAll(/[{}]/g, ''), centralEmail: 'phones@example.com'};
				const composed = compose({firstName, lastName: `x${lastName}`}, profile);
				if (composed.kind === 'faults') return;
				const {message} = composed;
				expect(message.subject + message.to.name).not.toMatch(
					/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u,
				);
				expect(message.text.split('\n')).toHaveLength(messageFor().text.split('\n').length);
				const tags = [...message.html.matchAll(/<\/?([a-zA-Z]+)/g)].map(([, tag]) => tag);
				expect(new Set(tags)).toEqual(new Set(['html', 'head', 'meta', 'body', 'p', 'a', 'img', 'br']));
				expect(message.subject.isWellFormed()).toBe(true);
			}),
		);
	});

	it('keep their letters: names in any script, and pictures', () => {
		for (const firstName of ['小明', 'Łukasz', 'مريم', 'שרה', 'Zoë 👩‍🚒']) {
			expect(messageFor({firstName}).text).toContain(`Hello ${firstName} Archer`);
		}
	});
});
