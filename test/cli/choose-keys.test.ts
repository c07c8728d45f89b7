import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {chooseKeys} from '../../source/cli/choose-keys.ts';
import type {Context} from '../../source/cli/context.ts';
import {makeFolder} from './run-cli.ts';

const column = {key: 'email', show: 'always', frozen: true, width: 30} as const;

/** As a sheet is opened by an account with this folder for its configuration. */
function open(folder: string, {isDemo = false}: {isDemo?: boolean} = {}) {
	const context = {io: {env: {XDG_CONFIG_HOME: folder}}, isDemo, isReadOnly: false};
	return chooseKeys(context as unknown as Context, undefined);
}

describe('the columns of lists', () => {
	it('are kept for the account', () => {
		const folder = makeFolder();
		expect(open(folder).columnViews).toEqual({});
		open(folder).rememberSetting?.('columns', JSON.stringify({users: [column]}));
		open(folder).rememberSetting?.('keys', 'vim');
		expect(open(folder)).toMatchObject({keys: 'vim', columnViews: {users: [column]}});
		open(folder).rememberSetting?.('columns', '');
		expect(open(folder).columnViews).toEqual({});
	});

	it('are not kept for a sheet that is thrown away', () => {
		expect(open(makeFolder(), {isDemo: true}).rememberSetting).toBeUndefined();
	});

	it.each(['{', '[]', '{"root": 1}', '{"root": "{\\"users\\": [{\\"key\\": 1}]}"}'])(
		'are as they come where the file cannot be read: %s',
		(text) => {
			const folder = makeFolder();
			open(folder).rememberSetting?.('columns', 'x');
			mkdirSync(path.join(folder, 'usersheet'), {recursive: true});
			writeFileSync(path.join(folder, 'usersheet', 'columns.json'), text);
			expect(open(folder).columnViews).toEqual({});
		},
	);
});
