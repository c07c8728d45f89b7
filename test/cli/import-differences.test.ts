import {expect, it} from 'vitest';
import {makeStore} from './run-cli.ts';

const stored =
	'Last name,Email address,Deployment PIN\nArcher,ann@example.com,739158\nBaker,bob@example.com,\n';
const edited =
	'ID,Last name,Email address,Deployment PIN\n1,Archer,ann@new.example,482913\n2,Baker,bob@example.com,\n';

it('lists on a dry run of an update what differs, PINs masked, and not when it is carried out', async () => {
	const {run} = makeStore();
	await run('import -', {stdin: stored});
	const {out} = await run('import - --overwrite --blank-columns keep --dry-run', {stdin: edited});
	expect(out).toContain(
		[
			'1 user would be changed:',
			'  1 Archer, Email address: "ann@example.com" → "ann@new.example"',
			'  1 Archer, Deployment PIN: "••••" → "••••"',
			'',
		].join('\n'),
	);
	const json = await run('import - --overwrite --blank-columns keep --dry-run --json', {stdin: edited});
	expect(JSON.parse(json.out).differences).toEqual([
		{
			id: 1,
			fields: {
				email: {before: 'ann@example.com', after: 'ann@new.example'},
				deploymentPin: {before: '••••', after: '••••'},
			},
		},
	]);
	const real = await run('import - --overwrite --blank-columns keep --json', {stdin: edited});
	expect(JSON.parse(real.out)).toMatchObject({updated: 1, differences: []});
});

it('counts the differences beyond twenty', async () => {
	const {run} = makeStore();
	const rows = (domain: string) =>
		Array.from({length: 30}, (_, index) => `${index + 1},User ${index + 1},u${index}@${domain}\n`).join('');
	await run('import -', {stdin: `ID,Last name,Email address\n${rows('old.example')}`});
	const {out} = await run('import - --overwrite --dry-run', {
		stdin: `ID,Last name,Email address\n${rows('new.example')}`,
	});
	expect(out).toContain('30 users would be changed:');
	expect(out).toContain('\n  And 10 more differences: --json has all.\n');
	expect(out).not.toContain('u20@new.example');
});
