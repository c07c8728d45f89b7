import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';

it('lists what can be read of a damaged history, and says that changes are missing', async () => {
	const app = await openApp({users: 2});
	await app.type('Zoe');
	await app.press('cell.commit-down');
	const history = path.join(app.directory, 'history.jsonl');
	writeFileSync(history, '12345678 9 {"revision":1}\n');
	await app.press('history.open');
	expect(app.text()).toContain('1 line of');
	expect(app.text()).toContain('cannot be read, so changes are missing here');
	expect(app.screen()).toContain('Edit First name');
});
