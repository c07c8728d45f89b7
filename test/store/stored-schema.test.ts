import {createHash} from 'node:crypto';
import {expect, test} from 'vitest';
import {z} from 'zod';
import {formatVersion} from '../../source/store/checkpoint/migrations.ts';
import {sheetSchema} from '../../source/store/checkpoint/sheet-schema.ts';
import {entrySchema, headerSchema, partSchema} from '../../source/store/journal/entry-schema.ts';

/**
 * What each version stores. A new version gets a line of its own here and a migration; the line of a version that
 * somebody has used never changes.
 */
const fingerprints: Readonly<Record<number, string>> = {
	4: '756a655e375fd420',
	5: '80ec8fc9e1b7a426',
};

test('what is stored has changed only together with the version of its format, so that an older usersheet can say so', () => {
	const schemas = [sheetSchema, headerSchema, partSchema, entrySchema].map((schema) =>
		z.toJSONSchema(schema, {io: 'input'}),
	);
	const fingerprint = createHash('sha256').update(JSON.stringify(schemas)).digest('hex').slice(0, 16);
	expect(fingerprint).toBe(fingerprints[formatVersion]);
});
