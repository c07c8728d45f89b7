import {z} from 'zod';
import {areDecisions, type Decisions} from '../csv/import-decisions.ts';
import {keptFixesSchema} from '../csv/kept-fixes.ts';
import {delimiters} from '../csv/layout/detect-layout.ts';
import {matchKeys, sourceKeys} from '../csv/match-by.ts';
import {chosenEncodings} from '../csv/reading-choice.ts';
import {fieldKeys} from '../domain/field.ts';
import {savedMappingSchema} from './saved-mapping.ts';

/** How the file is read, as far as a person has chosen. */
const readingSchema = z.object({
	sheet: z.string().optional(),
	encoding: z.enum(chosenEncodings).optional(),
	delimiter: z.enum(delimiters).optional(),
	headerLine: z.number().optional(),
});

const valuesSchema = z.partialRecord(z.enum(fieldKeys), z.string());

/** What was half-typed when the terminal hung up or the process was ended; kept as a file until it is offered again. */
export const draftSchema = z.object({
	/** An open cell. */
	cell: z.object({id: z.number(), key: z.enum(fieldKeys), text: z.string()}).optional(),
	/** Values that were not saved, because others had changed the same. */
	refused: z.array(z.object({id: z.number(), key: z.enum(fieldKeys), value: z.string()})).optional(),
	/** What was typed in the form of a user, secrets too. */
	form: valuesSchema.optional(),
	/** The ID of the user whose form it was; without it, it was a new one. */
	edited: z.number().optional(),
	/** The file of an import that was not confirmed, the options chosen for it, and what was put right in its rows, secrets too. */
	import: z
		.object({
			path: z.string(),
			options: z
				.object({
					profile: z.union([
						z.object({from: z.literal('csv')}),
						z.object({from: z.enum(['choice', 'keep']), name: z.string()}),
					]),
					partial: z.boolean(),
					overwrite: z.boolean(),
					matchBy: z.enum([...matchKeys, ...sourceKeys]).default('id'),
				})
				.and(z.custom<Decisions>(areDecisions)),
			fixes: keptFixesSchema.optional(),
			reading: readingSchema.optional(),
			columns: savedMappingSchema.optional(),
		})
		.optional(),
});

export type Draft = z.infer<typeof draftSchema>;

export type DraftMessage =
	| {readonly type: 'draft/offer'; readonly draft: Draft}
	| {readonly type: 'draft/resume'; readonly draft: Draft}
	| {readonly type: 'draft/discard'};

declare module './message.ts' {
	interface Messages {
		readonly draft: DraftMessage;
	}
}
