import type {JudgedRow} from '../../../csv/import-plan.ts';
import {isMasked} from '../../../domain/field.ts';
import {fieldNames} from '../../../domain/query/field-names.ts';
import {choiceField} from '../../../domain/query/query-fields.ts';
import type {QueryTable} from '../../../domain/query/query-table.ts';
import {commonColumns, type TextColumn, textQueryTable} from '../../../domain/query/text-query.ts';
import {type FileColumns, previewContext, reasonOf, rowsKind} from './preview-kinds.ts';
import type {ProblemLine} from './preview-tabs.ts';
import {valuesOf} from './row-texts.ts';

const lineColumn = {name: 'line', help: 'the line of the file', isNumber: true} as const;
const whyColumn = {name: 'why', help: 'what is wrong', otherNames: ['reason', 'note', 'problem']} as const;
const ruleColumn = {name: 'rule', help: 'the name of the rule that is broken'} as const;

/** What may be asked about what is wrong. */
export function problemsQuery(file: FileColumns): QueryTable<ProblemLine> {
	const known = madeForProblems.get(file) ?? makeProblemsQuery(file);
	madeForProblems.set(file, known);
	return known;
}

const madeForProblems = new WeakMap<FileColumns, QueryTable<ProblemLine>>();

const makeProblemsQuery = (file: FileColumns) =>
	textQueryTable<ProblemLine>([
		{...lineColumn, read: ({problem: {line}}) => String(line ?? '')},
		{...commonColumns.who, read: ({problem: {who = ''}}) => who},
		{...commonColumns.column, read: ({problem: {column = ''}}) => column},
		{name: 'value', help: 'what the file has there', read: ({problem: {value = ''}}) => value},
		{
			...whyColumn,
			read(line) {
				const {short, message} = line.problem;
				return [...new Set([reasonOf(line, file), short, message])].join('\n');
			},
		},
		{...ruleColumn, read: ({problem: {code}}) => code},
	]);

const whatWords = [
	{name: 'create', help: 'a new user'},
	{name: 'update', help: 'a user who changes'},
	{name: 'same', help: 'a user who stays as stored'},
	{name: 'reject', help: 'it has an error'},
	{name: 'left out', help: 'nothing of it goes in'},
] as const;

const made = new WeakMap<FileColumns, QueryTable<JudgedRow>>();

/** What may be asked about the rows of a file: each of its columns by the names of its field, too. */
export function rowsQuery(file: FileColumns): QueryTable<JudgedRow> {
	const known = made.get(file) ?? makeRowsQuery(file);
	made.set(file, known);
	return known;
}

function makeRowsQuery(file: FileColumns): QueryTable<JudgedRow> {
	const context = previewContext(file, false);
	const read = (key: string) => (judged: JudgedRow) => rowsKind.valueOf(judged, key, context);
	const texts: readonly TextColumn<JudgedRow>[] = [
		{...lineColumn, read: read('line')},
		{
			name: 'what',
			help: 'what the import does',
			otherNames: ['action'],
			values: whatWords,
			read: read('what'),
		},
		{...commonColumns.who, read: read('who')},
		{...commonColumns.id, read: read('id')},
		...file.columns
			.filter(({field}) => !isMasked(field))
			.map((column) => {
				const [name = column.key, ...otherNames] = fieldNames(column.field);
				const readBoth = (judged: JudgedRow): string => {
					const {before, after} = valuesOf(judged, column);
					return before === after ? after : `${before}\n${after}`;
				};
				return {name, otherNames, help: column.field.header, read: readBoth};
			}),
		{
			...whyColumn,
			read: ({problems}) => problems.map(({short, message}) => `${short}\n${message}`).join('\n'),
		},
		{...ruleColumn, read: ({problems}) => problems.map(({code}) => code).join('\n')},
	];
	const query = textQueryTable(texts);
	// A secret or a PIN is never found by its value (rules.md 3.21).
	const masked = file.columns
		.filter(({field}) => isMasked(field))
		.map((column) => {
			const [name = column.key, ...otherNames] = fieldNames(column.field);
			const isEmpty = (judged: JudgedRow): boolean => valuesOf(judged, column).after === '';
			const choices = [
				{name: 'none', help: 'nothing is in it', test: isEmpty},
				{name: 'set', help: 'something is in it', test: (judged: JudgedRow) => !isEmpty(judged)},
			];
			return choiceField<JudgedRow>({name, otherNames, help: column.field.header}, choices, isEmpty);
		});
	return {...query, fields: [...query.fields, ...masked]};
}
