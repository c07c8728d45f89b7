import type {Profile} from '../domain/profile.ts';
import type {User} from '../domain/user.ts';
import type {CsvTable, JudgedAs} from './import-plan.ts';

/** What a written file holds. */
export type FileContent =
	| {readonly kind: 'export'; readonly users: readonly User[]; readonly profiles: readonly Profile[]}
	| {readonly kind: 'template'}
	/** The slips of users who have a PIN; the name of the file says in which form. */
	| {readonly kind: 'hand-out'; readonly users: readonly User[]}
	| {
			readonly kind: 'rejects';
			readonly table: CsvTable;
			readonly rejected: readonly JudgedAs<'reject'>[];
			/** SHA-256 of the file that they are from, in hex. */
			readonly hash: string;
	  };
