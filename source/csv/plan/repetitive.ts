import type {FieldKey} from '../../domain/field.ts';

/** Columns in which a file repeats its values: what was found out about one is kept. */
export const repetitive: ReadonlySet<FieldKey> = new Set([
	'profile',
	'firstName',
	'lastName',
	'pbxSipHost',
	'serviceHost',
]);
