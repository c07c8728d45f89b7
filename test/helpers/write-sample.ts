import {writeFileSync} from 'node:fs';
import {byteOrderMark, writeRows} from '../../source/csv/write-rows.ts';
import type {StoredField} from '../../source/domain/field.ts';
import {formFields} from '../../source/domain/field-lists.ts';
import {makeUsers} from './make-users.ts';

/** The columns of the template, secrets too, in their order. */
const columns = formFields.filter((field): field is StoredField => field.role === 'stored');

/** A CSV file to import with that many valid users, the same each time. */
export function formatSample(count: number): string {
	const rows = makeUsers(count).map((user) => columns.map((field) => user[field.key]));
	return byteOrderMark + writeRows([columns.map((field) => field.header), ...rows]);
}

if (import.meta.main) {
	const [amount = '5000', file = `samples/users-${amount}.csv`] = process.argv.slice(2);
	const count = Number(amount);
	if (!Number.isInteger(count) || count < 0) {
		console.error(`${amount} is no number of users. Usage: npm run sample -- 5000 [FILE]`);
		process.exitCode = 2;
	} else {
		writeFileSync(file, formatSample(count));
		console.log(`${count} users written to ${file}`);
	}
}
