import {z} from 'zod';
import {count} from '../domain/problem.ts';
import type {Fixes} from './fixes.ts';

/** Fixes as a file keeps them, for the bytes with this hash. */
export const keptFixesSchema = z.object({
	hash: z.string(),
	rows: z.array(
		z.object({
			line: z.number(),
			leftOut: z.boolean(),
			cells: z.array(z.tuple([z.number(), z.string()])),
		}),
	),
});

export type KeptFixes = z.infer<typeof keptFixesSchema>;

/** Fixes as plain values; undefined where nothing was put right. */
export function keepFixes(hash: string, fixes: Fixes): KeptFixes | undefined {
	if (fixes.size === 0) return undefined;
	return {
		hash,
		rows: [...fixes].map(([line, {leftOut, cells}]) => ({line, leftOut, cells: [...cells]})),
	};
}

/** Fixes as they were kept. */
export function takeKept({rows}: KeptFixes): Fixes {
	return new Map(rows.map(({line, leftOut, cells}) => [line, {leftOut, cells: new Map(cells)}]));
}

/** "12 cells put right, 3 rows left out"; '' for nothing. */
export function describeFixes(fixes: Fixes): string {
	let [cells, rows] = [0, 0];
	for (const fix of fixes.values()) {
		if (fix.leftOut) rows += 1;
		else cells += fix.cells.size;
	}
	return [
		...(cells === 0 ? [] : [`${count(cells, 'cell')} put right`]),
		...(rows === 0 ? [] : [`${count(rows, 'row')} left out`]),
	].join(', ');
}
