import type {Problem} from '../../../domain/problem.ts';
import {textQueryTable} from '../../../domain/query/text-query.ts';
import {acceptedText, changeTexts, readAccepted} from './accepted-texts.ts';
import type {AcceptedLine} from './preview-tabs.ts';

const lineColumn = {name: 'line', help: 'the line of the file', isNumber: true} as const;
const whoColumn = {name: 'who', help: 'the name of the user', otherNames: ['name']} as const;
const columnColumn = {name: 'column', help: 'the column of the file', otherNames: ['field']} as const;

/** What may be asked about what is wrong. */
export const problemsQuery = textQueryTable<Problem>([
	{...lineColumn, read: ({line}) => String(line ?? '')},
	{...whoColumn, read: ({who = ''}) => who},
	{...columnColumn, read: ({column = ''}) => column},
	{name: 'value', help: 'what the file has there', read: ({value = ''}) => value},
	{name: 'reason', help: 'what is wrong', read: ({short, message}) => `${short}\n${message}`},
]);

/** What may be asked about what would go in. */
export const acceptedQuery = textQueryTable<AcceptedLine>([
	{...lineColumn, read: (line) => acceptedText(line, 'line')},
	{
		name: 'action',
		help: 'what the import does',
		values: [
			{name: 'create', help: 'a new user'},
			{name: 'update', help: 'a value of a user that changes'},
			{name: 'unchanged', help: 'a user who stays as they are'},
		],
		read: (line) => acceptedText(line, 'action'),
	},
	{name: 'id', help: 'the ID of the user', isNumber: true, read: (line) => acceptedText(line, 'id')},
	{...whoColumn, read: (line) => acceptedText(line, 'who')},
	{...columnColumn, read: (line) => acceptedText(line, 'column')},
	{
		name: 'change',
		help: 'the value before or after',
		otherNames: ['what'],
		read(line) {
			const {before, after} = readAccepted(line);
			return line.key === undefined ? after.email : changeTexts(line.key, before, after, false).join('\n');
		},
	},
]);
