import {z} from 'zod';
import {type FieldKey, fieldKeys} from '../../domain/field.ts';
import type {Profile} from '../../domain/profile.ts';
import {defaultSettings, type Settings, type Withdrawal} from '../../domain/sheet.ts';
import {type SystemKey, type SystemValues, systemFields} from '../../domain/system-fields.ts';
import type {User} from '../../domain/user.ts';
import {formatVersion} from './migrations.ts';

/** Empty values are left out on disk: over a quarter of the file, and of the time to parse it. */
const storedText = z.string().default('');

/**
 * A user as files hold one, by the rows of the field table.
 *
 * @param readKnown how a value is read of which there are only some
 */
export function makeUserSchema(
	readKnown: (key: SystemKey, values: readonly string[]) => z.ZodType = (_, values) => z.enum(values),
) {
	const system = systemFields.map(({key, values, initial}) => {
		if (values === undefined) return [key, storedText];
		const known = readKnown(key, values);
		return [key, initial === '' ? known.default('') : known];
	});
	return z.strictObject({
		id: z.int().positive(),
		...(Object.fromEntries(system) as {readonly [Key in SystemKey]: z.ZodType<SystemValues[Key]>}),
		...(Object.fromEntries(fieldKeys.map((key) => [key, storedText])) as Record<FieldKey, typeof storedText>),
	}) satisfies z.ZodType<User>;
}

export const profileSchema = z.strictObject({
	name: z.string(),
	mbgSipHost: z.string(),
	mbgWebrtcSipHost: z.string(),
	remoteMbg: z.boolean(),
	centralEmail: z.string(),
	// Absent in entries of older versions.
	serviceHost: storedText,
	linkTemplate: storedText,
	subject: storedText,
	messageText: storedText,
}) satisfies z.ZodType<Profile>;

export const settingsSchema = z.strictObject({
	standAlone: z.boolean(),
	history: z.strictObject({days: z.int().nonnegative(), entries: z.int().nonnegative()}),
	backup: z.strictObject({keep: z.int().positive(), above: z.int().nonnegative()}),
	// Absent in entries of older versions.
	mail: z
		.strictObject({
			way: z.enum(['outbox', 'smtp']),
			outbox: z.string(),
			host: z.string(),
			port: z.int().positive().max(65_535),
			security: z.enum(['tls', 'starttls', 'none']),
			login: z.string(),
			sender: z.string(),
			contact: z.string(),
		})
		.default(defaultSettings.mail),
}) satisfies z.ZodType<Settings>;

export const withdrawalSchema = z.strictObject({
	id: z.int().positive(),
	name: z.string(),
	number: z.string(),
	serviceUser: z.string(),
	deployedOn: z.string(),
}) satisfies z.ZodType<Withdrawal>;

/**
 * What a file of the newest format holds. It is strict, because a key that is not known would be lost with the next
 * write. What zod cannot say, {@link findSheetFault} checks.
 */
export const sheetSchema = z.strictObject({
	version: z.literal(formatVersion),
	/** Of all the rest: see {@link isAsWritten}. Absent before version 4, and where a person has accepted an edit. */
	checksum: z.string().exactOptional(),
	/** Name of the journal that it goes with; absent in a dated copy, and where there is no journal yet. */
	journal: z.string().exactOptional(),
	revision: z.int().nonnegative(),
	nextId: z.int().positive(),
	settings: settingsSchema,
	profiles: z.array(profileSchema).min(1),
	toWithdraw: z.array(withdrawalSchema).default([]),
	users: z.array(makeUserSchema()),
});
