import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {applyChange} from '../../source/domain/apply-change.ts';
import {updateChange} from '../../source/domain/change.ts';
import {defaultSettings, emptySheet} from '../../source/domain/sheet.ts';
import {decodeSheet} from '../../source/store/checkpoint/decode-sheet.ts';
import {encodeSheet} from '../../source/store/checkpoint/encode-sheet.ts';
import {formatVersion, type Migration, migrate} from '../../source/store/checkpoint/migrations.ts';
import {arbitrarySheet} from '../domain/arbitrary-sheet.ts';
import {makeUser, sheetOf} from '../domain/make-sheet.ts';

describe('a stored sheet', () => {
	test('is read back exactly, whatever text is in it', () => {
		fc.assert(
			fc.property(arbitrarySheet, (sheet) => {
				const bytes = Buffer.from(encodeSheet(sheet));
				expect(decodeSheet(bytes.toString())).toEqual({sheet, version: formatVersion});
			}),
			{numRuns: 300},
		);
	});

	test('is plain JSON with one user a line, without empty values', () => {
		const ann = makeUser(1, {lastName: 'Archer', email: 'ann@example.com', deploymentPin: '0007'});
		const text = encodeSheet(sheetOf(ann, makeUser(7, {lastName: 'Baker', origin: 'client-service'})));
		expect(text).toBe(
			[
				`{"version":${formatVersion},"checksum":"146498a0","revision":1,"nextId":8,"settings":{"standAlone":false,"history":{"days":365,"entries":10000},"backup":{"keep":10,"above":100},"mail":{"way":"outbox","outbox":"","host":"","port":587,"security":"starttls","login":"","sender":"","contact":""}},"profiles":[{"name":"Default","mbgSipHost":"","mbgWebrtcSipHost":"","remoteMbg":false,"serviceHost":"","linkTemplate":"","centralEmail":"","subject":"","messageText":""}],"users":[`,
				'{"id":1,"origin":"manual","profile":"Default","lastName":"Archer","email":"ann@example.com","deploymentPin":"0007"},',
				'{"id":7,"origin":"client-service","profile":"Default","lastName":"Baker"}',
				']}',
				'',
			].join('\n'),
		);
	});

	test('shows a change after earlier writes', () => {
		const ann = makeUser(1, {lastName: 'Archer'});
		const sheet = sheetOf(ann);
		encodeSheet(sheet);
		const changed = applyChange(sheet, updateChange('Edit', ann, {...ann, lastName: 'Abel'}));
		expect(decodeSheet(encodeSheet(changed))).toEqual({sheet: changed, version: formatVersion});
	});

	test('may have a byte order mark and another layout, as an editor leaves it, once its checksum is taken out', () => {
		const {checksum, ...held} = JSON.parse(encodeSheet(emptySheet));
		expect(checksum).toMatch(/^[\da-f]{8}$/);
		const pretty = JSON.stringify(held, null, '\t').replaceAll('\n', '\r\n');
		expect(decodeSheet(`\ufeff${pretty}`)).toEqual({sheet: emptySheet, version: formatVersion});
	});

	test('is not written when a value is no text, because it could not be opened again', () => {
		const broken = {...makeUser(1), email: 5 as unknown as string};
		expect(() => encodeSheet(sheetOf(broken))).toThrow('email of the user with ID 1 is not text');
	});
});

describe('migrations', () => {
	const steps: readonly Migration[] = [
		(stored) => ({...(stored as object), version: 2, log: ['1 to 2']}),
		(stored) => ({
			...(stored as {log: string[]}),
			version: 3,
			log: [...(stored as {log: string[]}).log, '2 to 3'],
		}),
	];

	test('lead from any version to the newest', () => {
		expect(migrate({version: 1, users: []}, 1, steps)).toEqual({
			version: 3,
			users: [],
			log: ['1 to 2', '2 to 3'],
		});
		expect(migrate({version: 2, log: []}, 2, steps)).toEqual({version: 3, log: ['2 to 3']});
		const newest = {version: 3};
		expect(migrate(newest, 3, steps)).toBe(newest);
	});

	test('lead from the first version to this one', () => {
		expect(formatVersion).toBe(5);
		expect(migrate('anything', formatVersion)).toBe('anything');
		const first = {
			version: 1,
			settings: {standAlone: true},
			users: [{origin: 'csv'}, {origin: 'service'}, null],
		};
		expect(migrate(first, 1)).toEqual({
			version: formatVersion,
			// What version 5 added may be absent: the schema knows it.
			settings: {standAlone: true, history: defaultSettings.history, backup: defaultSettings.backup},
			users: [{origin: 'csv'}, {origin: 'client-service'}, null],
		});
	});
});
