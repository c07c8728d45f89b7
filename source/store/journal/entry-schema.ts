import {z} from 'zod';
import type {WritableCells} from '../../domain/change.ts';
import {fieldKeys, type RecordKey, recordKeys} from '../../domain/field.ts';
import {systemFields, systemKeys} from '../../domain/system-fields.ts';
import {currentValue} from '../checkpoint/migrations.ts';
import {makeUserSchema, profileSchema, settingsSchema, withdrawalSchema} from '../checkpoint/sheet-schema.ts';

const author = z.strictObject({
	user: z.string(),
	name: z.string().exactOptional(),
	key: z.string().exactOptional(),
	client: z.string().exactOptional(),
});

const amount = z.int().nonnegative();
const importCounts = z.strictObject({
	unchanged: amount,
	skipped: amount,
	leftOut: amount,
	rejected: amount,
	fixedCells: amount,
});

const origination = z.union([
	z.strictObject({from: z.enum(['grid', 'form', 'command-line', 'undo', 'restore'])}),
	z.strictObject({
		from: z.literal('import'),
		fileName: z.string(),
		hash: z.string(),
		rejectsOf: z.int().positive().exactOptional(),
		counts: importCounts.exactOptional(),
	}),
]);

// Journal and history are never written again as a whole, so that they have entries of every format.
const user = makeUserSchema((key, values) =>
	z
		.string()
		.transform((value) => currentValue(key, value))
		.pipe(z.enum(values)),
);

const cells = z
	.partialRecord(z.enum([...fieldKeys, ...systemKeys]), z.tuple([z.string(), z.string()]).readonly())
	.transform((stored, context) => {
		const read = (key: RecordKey, value: string): string => {
			const current = currentValue(key, value);
			const {values = [current]} = systemFields.find((field) => field.key === key) ?? {};
			if (!values.includes(current)) context.addIssue('is no value of this field');
			return current;
		};
		const cells: WritableCells = {};
		for (const key of recordKeys) {
			const pair = stored[key];
			if (pair !== undefined) cells[key] = {before: read(key, pair[0]), after: read(key, pair[1])};
		}
		return cells;
	});

/** What the history needs to name the user when the rest is not at hand; the origin was there once. */
const naming = z.strictObject({
	firstName: z.string().exactOptional(),
	lastName: z.string().exactOptional(),
	origin: z.string().exactOptional(),
});

/** ID, each changed value before and after, and what names the user. */
const update = z
	.tuple([z.int().positive(), cells, naming])
	.transform(([id, cells, {firstName = cells.firstName?.before, lastName = cells.lastName?.before}]) => ({
		id,
		firstName: firstName ?? '',
		lastName: lastName ?? '',
		cells,
	}));

const lists = {
	added: z.array(user).default([]),
	updated: z.array(update).default([]),
	removed: z.array(user).default([]),
};

/** The journal's first line: the format, the revision that it goes on from, and its name, which the checkpoint knows. */
export const headerSchema = z.strictObject({
	journal: z.int().positive(),
	revision: z.int().nonnegative(),
	/** Absent before version 4. */
	id: z.string().exactOptional(),
});

/** Users of an entry too large for one line; these lines come before the entry's own and count only together with it. */
export const partSchema = z.strictObject({
	part: z.int().positive(),
	/** Revision of the entry that it belongs to; absent where it was written before there was one. */
	revision: z.int().positive().exactOptional(),
	...lists,
});

/** One committed change. */
export const entrySchema = z.strictObject({
	revision: z.int().positive(),
	at: z.string(),
	author,
	origination,
	label: z.string(),
	...lists,
	profiles: z.tuple([z.array(profileSchema), z.array(profileSchema)]).exactOptional(),
	settings: z.tuple([settingsSchema, settingsSchema]).exactOptional(),
	withdrawn: z.tuple([z.array(withdrawalSchema), z.array(withdrawalSchema)]).exactOptional(),
	listed: z.array(z.int().positive()).exactOptional(),
	nextId: z.int().positive().exactOptional(),
	withoutSecrets: z.boolean().exactOptional(),
	/** How many lines before this one belong to it. */
	parts: z.int().positive().exactOptional(),
	/** How many users those lines add, update and remove, for a list of changes; absent in what was written before there was one. */
	counts: z.tuple([amount, amount, amount]).exactOptional(),
});

export type StoredHeader = z.infer<typeof headerSchema>;
export type StoredPart = z.infer<typeof partSchema>;
export type StoredEntry = z.infer<typeof entrySchema>;
