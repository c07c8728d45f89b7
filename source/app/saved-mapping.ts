import {z} from 'zod';
import type {Mapping} from '../csv/import-plan.ts';
import {fieldKeys} from '../domain/field.ts';

const choiceSchema = z.discriminatedUnion('use', [
	z.object({use: z.literal('id')}),
	z.object({use: z.literal('ignored')}),
	z.object({use: z.literal('field'), key: z.enum(fieldKeys)}),
	z.object({use: z.literal('mark'), key: z.enum(['deployed', 'downloaded'])}),
	z.object({use: z.literal('split'), order: z.enum(['last-first', 'first-last'])}),
]);

/** By the position of the column in the row. */
export const mappingSchema = z.record(z.string().regex(/^\d{1,4}$/), choiceSchema);

export const savedMappingSchema = z.object({headers: z.array(z.string()), mapping: mappingSchema});

export const savedMappingsSchema = z.array(savedMappingSchema).readonly();

/** What a person has chosen the columns of files for, by the headers of the file; what was chosen last first. */
export type SavedMappings = z.infer<typeof savedMappingsSchema>;

/** Files that are kept in mind, and characters of the headers of one. */
const mostFiles = 30;
const mostCharacters = 2000;

/** What was chosen for a file with the same headers in the same order. */
export function findMapping(saved: SavedMappings, headers: readonly string[]): Mapping | undefined {
	return saved.find((one) => isSameHeaders(one.headers, headers))?.mapping;
}

/** With the choices for a file with these headers; none are as good as forgotten. */
export function saveMapping(
	saved: SavedMappings,
	headers: readonly string[],
	mapping: Mapping,
): SavedMappings {
	const others = saved.filter((one) => !isSameHeaders(one.headers, headers));
	const isLong = headers.reduce((sum, header) => sum + header.length + 1, 0) > mostCharacters;
	if (Object.keys(mapping).length === 0 || isLong) return others;
	return [{headers: [...headers], mapping: {...mapping}}, ...others].slice(0, mostFiles);
}

function isSameHeaders(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((header, index) => header.trim() === b[index]?.trim());
}
