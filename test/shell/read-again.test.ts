import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, it, onTestFinished} from 'vitest';
import type {Message} from '../../source/app/message.ts';
import {createFileRunners} from '../../source/shell/file-effects.ts';
import {openStore} from '../../source/store/open-store.ts';

async function open() {
	const folder = mkdtempSync(join(tmpdir(), 'usersheet-read-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	const path = join(folder, 'users.csv');
	// "Müller" in the code page of DOS.
	writeFileSync(
		path,
		Uint8Array.from([...Buffer.from('Last name,Email\nM'), 0x81, ...Buffer.from('ller,m@b.de\n')]),
	);
	const opened = await openStore({directory: join(folder, 'store'), readOnly: false});
	if ('error' in opened) throw new Error(opened.error.message);
	const runners = createFileRunners(opened.store);
	const answers: Message[] = [];
	const dispatch = (message: Message) => void answers.push(message);
	return {path, runners, dispatch, last: () => answers.at(-1)};
}

it('reads the bytes that it has in another way, when the file is gone, too', async () => {
	const {path, runners, dispatch, last} = await open();
	await runners['file/read']({type: 'file/read', path, reading: undefined}, dispatch);
	expect(last()).toMatchObject({type: 'import/file-read', reading: {}, table: {encoding: 'windows-1252'}});
	rmSync(path);
	const reading = {encoding: 'dos-850'} as const;
	await runners['file/read-again']({type: 'file/read-again', path, reading}, dispatch);
	expect(last()).toMatchObject({
		type: 'import/file-read',
		reading,
		table: {rows: [{cells: ['Müller', 'm@b.de']}]},
	});
});

it('reads the file from the disk where another one was read since', async () => {
	const {path, runners, dispatch, last} = await open();
	await runners['file/take'](
		{type: 'file/take', bytes: Buffer.from('Last name\nArcher\n'), name: 'other.csv'},
		dispatch,
	);
	await runners['file/read-again']({type: 'file/read-again', path, reading: {encoding: 'dos-850'}}, dispatch);
	expect(last()).toMatchObject({type: 'import/file-read', path, table: {encoding: 'dos-850'}});
});

it('says that it cannot be read so, which leaves what was read before', async () => {
	const {path, runners, dispatch, last} = await open();
	await runners['file/read']({type: 'file/read', path, reading: undefined}, dispatch);
	await runners['file/read-again']({type: 'file/read-again', path, reading: {headerLine: 7}}, dispatch);
	expect(last()).toMatchObject({type: 'import/reading-refused', problem: {code: 'no-header-line'}});
});
