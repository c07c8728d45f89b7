import {expect, it} from 'vitest';
import {makeStore} from './run-cli.ts';

const users = `Last name,Email address,PIN
Archer,ann@example.com,480913
Baker,bob@example.com,
Carter,cy@example.com,731904
`;

it('ticks PINs as told and as not told, and says who is left alone', async () => {
	const {run} = makeStore();
	await run('import -', {stdin: users});
	expect(await run('told --all')).toMatchObject({code: 0, out: '2 PINs ticked as told.\n'});
	const again = await run('told --id 1 2');
	expect(again).toMatchObject({code: 0, out: ''});
	expect(again.err).toBe('Nothing was changed. 1 user has no PIN. 1 PIN is ticked as told already.\n');
	const report = JSON.parse((await run('told --not --id 3 --json')).out);
	expect(report).toMatchObject({committed: true, withoutPin: 0, already: 0});
	expect(await run('told --all --dry-run')).toMatchObject({code: 0});
	expect(await run('told')).toMatchObject({code: 2, out: ''});
	const everything = [
		(await run('history --json')).out,
		(await run('list --json')).out,
		JSON.stringify(report),
	];
	for (const text of everything) expect(text).not.toMatch(/480913|731904/);
});
