import type {ColumnMatch} from '../import-plan.ts';

/** Whether two columns go into the same field, or both are the ID. */
export function isSameUse(a: ColumnMatch, b: ColumnMatch): boolean {
	if (a.use === 'id') return b.use === 'id';
	return a.use !== 'ignored' && a.use === b.use && a.key === b.key;
}
