import type {z} from 'zod';

/** Nothing where a person has edited it so that it cannot be read: it is no reason to stop. */
export function readJson<Value>(schema: z.ZodType<Value>, text: string | undefined, nothing: Value): Value {
	try {
		return text === undefined ? nothing : schema.parse(JSON.parse(text));
	} catch {
		return nothing;
	}
}
