import {describeAuthor, describeOrigination} from '../describe-entry.ts';
import type {EntrySummary, Origination} from '../entry.ts';
import {formatLocalTime} from '../local-time.ts';
import {type Choice, type Clock, choiceField, idField, textField, timeField} from './query-fields.ts';
import type {QueryTable} from './query-table.ts';
import {keepSearchedText} from './searched-text.ts';

/** What of an entry is asked about: its values are not, as they may be a million. */
type NamedEntry = Pick<EntrySummary, 'revision' | 'at' | 'author' | 'origination' | 'label'>;

const ways: Readonly<Record<Origination['from'], string>> = {
	grid: 'a cell of the sheet, or a command for several users',
	form: 'the form for a user',
	'command-line': 'a command of the shell',
	undo: 'an undo',
	restore: 'a backup that was restored',
	import: 'a CSV file',
};

const wayChoices = Object.entries(ways).map(
	([name, help]): Choice<NamedEntry> => ({name, help, test: ({origination}) => origination.from === name}),
);

/** Everything that may be asked about a change of the history. */
export function entryQueryTable(clock: Clock): QueryTable<NamedEntry> {
	const {values, searched} = searchedEntry(clock.timeZone);
	return {
		fields: [
			idField(
				{name: 'no', help: 'the number of the change', otherNames: ['number', 'revision']},
				({revision}) => revision,
			),
			timeField(
				{name: 'when', help: 'when it was made', otherNames: ['changed', 'at', 'date']},
				({at}) => at,
				clock,
			),
			textField({name: 'who', help: 'who made it', otherNames: ['author', 'by']}, ({author}) =>
				describeAuthor(author),
			),
			choiceField(
				{name: 'from', help: 'in which way it was made', otherNames: ['origin']},
				wayChoices,
				() => false,
			),
			textField({name: 'file', help: 'the imported file'}, fileOf),
			textField({name: 'what', help: 'what was done', otherNames: ['label']}, ({label}) => label),
		],
		values,
		searched,
	};
}

/** The texts depend on nothing but the entry and the zone, which stays the same while the program runs. */
let latest: (Pick<QueryTable<NamedEntry>, 'values' | 'searched'> & {readonly timeZone: string}) | undefined;

function searchedEntry(timeZone: string): Pick<QueryTable<NamedEntry>, 'values' | 'searched'> {
	if (latest?.timeZone === timeZone) return latest;
	const values = (entry: NamedEntry): readonly string[] => [
		String(entry.revision),
		formatLocalTime(entry.at, timeZone),
		describeAuthor(entry.author),
		describeOrigination(entry.origination),
		fileOf(entry),
		entry.label,
	];
	latest = {timeZone, values, searched: keepSearchedText(values)};
	return latest;
}

function fileOf({origination}: NamedEntry): string {
	return origination.from === 'import' ? origination.fileName : '';
}
