import type {Problem} from '../../../domain/problem.ts';
import {commonColumns, textQueryTable} from '../../../domain/query/text-query.ts';
import {acceptedText, changeTexts, readAccepted} from './accepted-texts.ts';
import type {AcceptedLine} from './preview-tabs.ts';

const lineColumn = {name: 'line', help: 'the line of the file', isNumber: true} as const;

/** What may be asked about what is wrong. */
export const problemsQuery = textQueryTable<Problem>([
	{...lineColumn, read: ({line}) => String(line ?? '')},
	{...commonColumns.who, read: ({who = ''}) => who},
	{...commonColumns.column, read: ({column = ''}) => column},
	{name: 'value', help: 'what the file has there', read: ({value = ''}) => value},
	{...commonColumns.reason, read: ({short, message}) => `${short}\n${message}`},
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
	{...commonColumns.id, read: (line) => acceptedText(line, 'id')},
	{...commonColumns.who, read: (line) => acceptedText(line, 'who')},
	{...commonColumns.column, read: (line) => acceptedText(line, 'column')},
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
