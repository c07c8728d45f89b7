import {sampleRows} from '../../../../csv/columns/sample-values.ts';
import {encodingNames} from '../../../../csv/encoding/encoding-names.ts';
import {type CsvTable, delimiterNames} from '../../../../csv/import-plan.ts';
import {delimiters} from '../../../../csv/layout/detect-layout.ts';
import {chosenEncodings, type ReadingChoice} from '../../../../csv/reading-choice.ts';
import {type Model, openScreen} from '../../../model.ts';
import {findableChoice} from '../../choice/find-choice.ts';
import type {ImportState} from '../import-state.ts';
import type {ImportOption} from './import-option.ts';

/** What can be chosen of how the file is read; without `reading`, it is found out from the file. */
type Item = {
	readonly label: string;
	readonly detail?: string;
	readonly reading: ReadingChoice;
	readonly isNow: boolean;
};

type ReadingRow = Pick<ImportOption, 'label'> & {
	readonly key: keyof ReadingChoice;
	readonly explanation: string;
	readonly when: (table: CsvTable) => boolean;
	/** What it is now. */
	readonly now: (table: CsvTable) => string;
	readonly list: (table: CsvTable) => readonly Item[];
};

const isText = ({workbook}: CsvTable): boolean => workbook === undefined;

/** Lines among which the header can be chosen. */
const linesListed = 12;

const readingRows: readonly ReadingRow[] = [
	{
		key: 'sheet',
		label: 'Sheet',
		explanation: 'The sheet of the workbook that is read. Its first rows are below.',
		when: ({workbook}) => (workbook?.sheets.length ?? 0) > 1,
		now: ({workbook}) => workbook?.sheet ?? '',
		list: ({workbook}) =>
			(workbook?.sheets ?? []).map((sheet) => ({
				label: sheet,
				reading: {sheet},
				isNow: sheet === workbook?.sheet,
			})),
	},
	{
		key: 'encoding',
		label: 'Encoding',
		explanation: 'How letters like ä and é are read. If names below look wrong, choose another one.',
		when: isText,
		now: ({encoding}) => encodingNames[encoding],
		list: ({encoding: now}) =>
			chosenEncodings.map((encoding) => ({
				label: encodingNames[encoding],
				reading: {encoding},
				isNow: encoding === now,
			})),
	},
	{
		key: 'delimiter',
		label: 'Delimiter',
		explanation: 'What is between the cells. If cells below run together, choose another one.',
		when: isText,
		now: ({delimiter}) => delimiterNames[delimiter],
		list: ({delimiter: now}) =>
			delimiters.map((delimiter) => ({
				label: delimiterNames[delimiter],
				detail: delimiter === '\t' ? '' : delimiter,
				reading: {delimiter},
				isNow: delimiter === now,
			})),
	},
	{
		key: 'headerLine',
		label: 'Header row',
		explanation: 'The line with the names of the columns. The rows of users are below it.',
		when: () => true,
		now: ({headerLine}) => `line ${headerLine}`,
		list: (table) => listLines(table),
	},
];

/** The first lines of the file, the header among them. Of the others nothing is shown: they may be users with passwords. */
function listLines({headerLine, headers, rows}: CsvTable): readonly Item[] {
	const last = Math.max(headerLine, linesListed);
	const lines = Array.from({length: last}, (_, index) => index + 1);
	const first = new Map(rows.slice(0, linesListed).map(({line}, index) => [line, index]));
	return lines.map((line) => {
		const place = first.get(line);
		const detail =
			line === headerLine
				? headers.map((header) => header.trim()).join(' · ')
				: place === undefined
					? ''
					: `row ${place + 1}`;
		return {label: `line ${line}`, detail, reading: {headerLine: line}, isNow: line === headerLine};
	});
}

/** Shown, and not chosen: whatever is at the end of a line is read. */
const lineEnds: ImportOption = {
	key: 'lineEnds',
	label: 'Line ends',
	when: ({source}) => source !== undefined && isText(source.table) && source.table.lineEnds.length > 0,
	value: ({source}) => source?.table.lineEnds.join(' and ') ?? '',
	explanation: () =>
		'How the lines of the file end. Each kind is read, mixed ones too: there is nothing to choose.',
	change: (model) => [model, []],
};

/** The rows of how the file was read: the last ones, as what is found out is right for most files. */
export const readingOptions: readonly ImportOption[] = [...readingRows.map(readingOption), lineEnds];

function readingOption(row: ReadingRow): ImportOption {
	return {
		key: row.key,
		label: row.label,
		showsRows: true,
		when: ({source}) => source !== undefined && row.when(source.table),
		value({source}) {
			if (source === undefined) return '';
			const isChosen = source.reading[row.key] !== undefined;
			return `${row.now(source.table)}${isChosen ? ', as you chose' : ''}`;
		},
		explanation: () => row.explanation,
		change: (model, state) => [openReadings(model, state, row), []],
	};
}

function openReadings(model: Model, {source}: ImportState, row: ReadingRow): Model {
	if (source === undefined) return model;
	const {[row.key]: _, ...others} = source.reading;
	const items = row.list(source.table);
	const isChosen = source.reading[row.key] !== undefined;
	const found: Item = {label: 'As the file tells', reading: others, isNow: false};
	const choices = isChosen ? [found, ...items] : items;
	return openScreen(
		model,
		findableChoice({
			title: `${row.label} of ${source.path}`,
			items: choices.map(({label, detail = '', reading}) => ({
				label,
				detail,
				choose: {
					type: 'import/read-again',
					reading: reading === others ? others : {...source.reading, ...reading},
				},
			})),
			index: choices.findIndex(({isNow}) => isNow),
		}),
	);
}

/** The header and the first three rows, as they may be shown: what a choice makes of the file is seen at once. */
export function sampleLines({source}: ImportState): readonly string[] {
	if (source === undefined) return [];
	const {headers} = source.table;
	const shown = [headers.map((header) => header.trim()), ...sampleRows(source.table)];
	return shown.map((cells) => cells.join(' · '));
}

/** Asks which line is the header of a file in which none has a name of ours: its columns are chosen by hand then. */
export function openHeaderLines(model: Model): Model {
	return openScreen(
		model,
		findableChoice({
			title: 'Which line has the names of the columns?',
			items: Array.from({length: linesListed}, (_, index) => ({
				label: `line ${index + 1}`,
				detail: '',
				choose: {type: 'import/read-file', reading: {headerLine: index + 1}} as const,
			})),
			index: 0,
		}),
	);
}
