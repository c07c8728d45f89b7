import {z} from 'zod';
import {fieldKeys} from '../../domain/field.ts';
import {origins} from '../../domain/origin.ts';
import {currentOrigin} from '../checkpoint/migrations.ts';
import {profileSchema, settingsSchema, userSchema} from '../checkpoint/sheet-schema.ts';

const author = z.strictObject({
	user: z.string(),
	name: z.string().exactOptional(),
	key: z.string().exactOptional(),
	client: z.string().exactOptional(),
});

const origination = z.union([
	z.strictObject({from: z.enum(['grid', 'form', 'command-line', 'undo', 'restore'])}),
	z.strictObject({from: z.literal('import'), fileName: z.string(), hash: z.string()}),
]);

// Journal and history are never written again as a whole, so that they have entries of every format.
const origin = z.string().transform(currentOrigin).pipe(z.enum(origins));
const user = userSchema.extend({origin});

const changes = z
	.partialRecord(z.enum([...fieldKeys, 'origin']), z.tuple([z.string(), z.string()]).readonly())
	.transform((changes) => {
		const {origin: pair} = changes;
		if (pair === undefined) return changes;
		return {...changes, origin: [currentOrigin(pair[0]), currentOrigin(pair[1])] as const};
	});

/** What the history needs to name the user when the rest is not at hand. */
const naming = z.strictObject({
	firstName: z.string().exactOptional(),
	lastName: z.string().exactOptional(),
	origin: origin.exactOptional(),
});

const lists = {
	added: z.array(user).default([]),
	/** ID, each changed field before and after, and what names the user. */
	updated: z.array(z.tuple([z.int().positive(), changes, naming])).default([]),
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
	nextId: z.int().positive().exactOptional(),
	withoutSecrets: z.boolean().exactOptional(),
	/** How many lines before this one belong to it. */
	parts: z.int().positive().exactOptional(),
	/** How many users those lines add, update and remove, for a list of changes; absent in what was written before there was one. */
	counts: z.tuple([z.int().nonnegative(), z.int().nonnegative(), z.int().nonnegative()]).exactOptional(),
});

export type StoredHeader = z.infer<typeof headerSchema>;
export type StoredPart = z.infer<typeof partSchema>;
export type StoredEntry = z.infer<typeof entrySchema>;
export type StoredUpdate = StoredEntry['updated'][number];
