import type {Profile} from '../domain/profile.ts';
import type {User} from '../domain/user.ts';
import type {CsvTable, JudgedAs} from './import-plan.ts';

/** What a written file holds. */
export type FileContent =
	| {readonly kind: 'export'; readonly users: readonly User[]; readonly profiles: readonly Profile[]}
	| {readonly kind: 'template'}
	| {readonly kind: 'rejects'; readonly table: CsvTable; readonly rejected: readonly JudgedAs<'reject'>[]};
