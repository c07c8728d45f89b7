import {z} from 'zod';

/** What a person has chosen for a column of a list. */
const columnChoiceSchema = z.object({
	key: z.string(),
	/** `filled`: unless it may be hidden, and no row has a value in it. */
	show: z.enum(['always', 'filled', 'never']),
	/** Stays at the left while the others scroll. */
	frozen: z.boolean(),
	/** Terminal cells; 0 for as many as the list gives it. */
	width: z.int().min(0).max(200),
});

export const columnViewsSchema = z.record(z.string(), z.array(columnChoiceSchema).readonly());

export type ColumnChoice = z.infer<typeof columnChoiceSchema>;

/** The columns of a list in the order that a person has given them. */
export type ColumnView = readonly ColumnChoice[];

/** What was chosen for lists, by their names. */
export type ColumnViews = Readonly<Record<string, ColumnView>>;
