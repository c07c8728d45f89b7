import {z} from 'zod';

export const savedFiltersSchema = z
	.array(
		z.object({
			/** What the rows of the list are called: a filter of users means nothing elsewhere. */
			list: z.string(),
			name: z.string(),
			filter: z.string(),
		}),
	)
	.readonly();

/** The filters that a person has given names to, for all lists. */
export type SavedFilters = z.infer<typeof savedFiltersSchema>;
