import type {FieldKey} from '../../source/domain/field.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import type {User} from '../../source/domain/user.ts';
import {goTo, type Keys} from './go-to.ts';
import {makeSheet} from './make-users.ts';

/** A step of a job: a key, a move, a text that is typed, of which the letters count apart, or a text that is pasted. */
export type JobStep = Keys | {readonly typed: string} | {readonly pasted: string};

/** Something that administrators do, with the most keys that it may take. */
export type RealJob = {
	readonly job: string;
	/** What is done, as the README says it. */
	readonly how: string;
	readonly most: number;
	readonly sheet: () => Sheet;
	/** The column in which the cursor is already, if that is part of the job. */
	readonly from?: FieldKey;
	readonly steps: readonly JobStep[];
	/** How many users of the sheet are as they should be afterwards; all others are as they were. */
	readonly isDone: (user: User) => boolean;
	readonly users: number;
};

const people = 200;

/** Users of whom some are of another company, some in a department and so on. */
function openOffice(): Sheet {
	const sheet = makeSheet(people);
	return {
		...sheet,
		profiles: [...sheet.profiles, ...sheet.profiles.map((profile) => ({...profile, name: 'Remote'}))],
		users: sheet.users.map((user, place) => ({
			...user,
			lastName:
				place < 40 ? `${user.lastName} (sales)` : place < 70 ? `${user.lastName} (store)` : user.lastName,
			email: `user${user.id}@${place < 50 ? 'old' : 'example'}.example`,
			voicemailNumber: place === 0 ? '8000' : '',
		})),
	};
}

/** As Excel copies it. */
const excelColumn = Array.from({length: 30}, (_, place) => `${4700 + place}\r\n`).join('');

/** The jobs that are counted. */
export const realJobs: readonly RealJob[] = [
	{
		job: 'Another e-mail domain for 50 of 200 users',
		how: 'filter, go to the column, find and replace, look at the list, write it',
		most: 25,
		sheet: openOffice,
		steps: [
			'table.filter',
			{typed: '@old.example'},
			'filter.keep',
			goTo('email'),
			'replace.open',
			{typed: '@old.example'},
			'replace.down',
			{typed: '@new.example'},
			'replace.search',
			'replace.write',
		],
		isDone: ({email}) => email.endsWith('@new.example'),
		users: 50,
	},
	{
		job: 'Another profile for 40 of 200 users',
		how: 'filter, go to the column, take all of it, fill it, choose the profile',
		most: 12,
		sheet: openOffice,
		steps: [
			'table.filter',
			{typed: 'sales'},
			'filter.keep',
			goTo('profile'),
			'table.range-column',
			'cells.fill',
			'R',
			'choice.choose',
			'confirm.yes',
		],
		isDone: ({profile}) => profile === 'Remote',
		users: 40,
	},
	{
		job: 'Fill a value down 200 rows, from its first cell on',
		how: 'extend to the last row, fill down',
		most: 6,
		sheet: openOffice,
		from: 'voicemailNumber',
		steps: ['table.extend-last', 'cells.fill-down', 'confirm.yes'],
		isDone: ({voicemailNumber}) => voicemailNumber === '8000',
		users: 200,
	},
	{
		job: 'A column of 30 values from Excel into the numbers of users',
		how: 'go to the column, paste with the terminal, look at what would change, write it',
		most: 3,
		sheet: openOffice,
		steps: [goTo('directoryNumber'), {pasted: excelColumn}, 'confirm.yes'],
		isDone: ({directoryNumber}) => /^47\d\d$/.test(directoryNumber),
		users: 30,
	},
	{
		job: 'One PIN for 30 of 200 users',
		how: 'filter, mark all shown, type the PIN',
		most: 12,
		sheet: openOffice,
		steps: [
			'table.filter',
			{typed: 'store'},
			'filter.keep',
			'table.mark-all',
			'pin.set',
			{typed: '270451'},
			'pin.ask',
			'confirm.yes',
		],
		isDone: ({deploymentPin}) => deploymentPin === '270451',
		users: 30,
	},
];
