import type {Change} from '../domain/change.ts';
import type {FieldKey, MarkColumn} from '../domain/field.ts';
import type {Problem} from '../domain/problem.ts';
import type {User} from '../domain/user.ts';
import type {ChangeCounts} from './count-changes.ts';
import type {Concerned, DecisionKey, Decisions} from './import-decisions.ts';
import type {MatchKey} from './match-by.ts';

/**
 * How the bytes of a file were read; `utf-8-mixed` is UTF-8 with some bytes that are none, and that were read as Windows-1252; `workbook` is
 * a sheet of an Excel workbook.
 */
export type Encoding =
	| 'utf-8'
	| 'utf-8-bom'
	| 'utf-8-mixed'
	| 'utf-16le'
	| 'utf-16be'
	| 'windows-1252'
	| 'dos-850'
	| 'dos-437'
	| 'mac-roman'
	| 'windows-1250'
	| 'windows-1251'
	| 'windows-1254'
	| 'workbook';
export type Delimiter = ',' | ';' | '\t' | '|';
export const delimiterNames: Readonly<Record<Delimiter, string>> = {
	',': 'comma',
	';': 'semicolon',
	'\t': 'tab',
	'|': 'vertical bar',
};

/** A carriage return and a line feed, as Windows has it, or one of the two. */
export type LineEnd = 'CRLF' | 'LF' | 'CR';

/** One record of the file: its cells as text, untrimmed, and the line of the file on which it starts, from 1. */
export type CsvRow = {
	readonly line: number;
	readonly cells: readonly string[];
	/** Positions of cells whose bytes are not in the encoding of the file: they were read as Windows-1252. */
	readonly misread?: ReadonlySet<number>;
	/**
	 * A quote that does not close as it should, so that where the cells end cannot be known; or a cell or line that is too long, which is
	 * left out. The row is rejected.
	 */
	readonly fault?: Problem;
};

/** The sheet of an Excel workbook that is read, and all that it shows, by name. */
export type Workbook = {readonly sheet: string; readonly sheets: readonly string[]};

/** A CSV file as read: it is known what its columns are for, and nothing is said of the values in them. */
export type CsvTable = {
	readonly encoding: Encoding;
	readonly delimiter: Delimiter;
	/** How its lines end, in the order in which that is found; none in a file of one line without an end. */
	readonly lineEnds: readonly LineEnd[];
	/** Where it is a sheet of a workbook. */
	readonly workbook: Workbook | undefined;
	/** Line of the header. */
	readonly headerLine: number;
	readonly headers: readonly string[];
	/** What the columns are for. */
	readonly match: HeaderMatch;
	/** Data rows; blank lines are left out. */
	readonly rows: readonly CsvRow[];
	/** What rows mean that have more or fewer cells than the header. */
	readonly rowEnds: RowEnds;
	/** What there is to say of how the file was read. */
	readonly problems: readonly Problem[];
};

/** How the rows of a file end, next to its header. */
export type RowEnds = {
	/**
	 * A row with fewer cells than the header: `usual` for a writer that leaves out blank cells at the end, `broken` in a file that has them
	 * otherwise, `doubtful` where nothing tells.
	 */
	readonly narrow: 'usual' | 'doubtful' | 'broken';
	/** Position of the first column of passwords: a narrow row that comes so far may have one under the header before. */
	readonly passwordAt: number;
	/** Line of the row in which the file ends without a line end. */
	readonly cutLine: number | undefined;
	/** Whether a blank cell behind the last column is usual in this file. */
	readonly extraUsual: boolean;
};

/** How it was found what a column is for: by its name in one of several ways, or by hand; `known` and `unknown` columns are left out. */
export type MatchWay =
	| 'exact'
	| 'alias'
	| 'foreign'
	| 'damaged'
	/** Its name is nearly that of a field: it is left out until a person accepts that. */
	| 'near'
	| 'hand'
	| 'known'
	| 'unknown';

/** How full names are written: `Archer, Ann` or `Ann Archer`. */
export type NameOrder = 'last-first' | 'first-last';
/** The part of a full name that a column takes: two columns are at one position then. */
export type NamePart = {readonly order: NameOrder; readonly key: 'firstName' | 'lastName'};

/** What a column of the file is for. */
export type ColumnMatch = {
	/** Position in the row, from 0. */
	readonly index: number;
	/** Header as the file has it. */
	readonly header: string;
	readonly way: MatchWay;
	/** Why it is for that, or is ignored: a sentence. */
	readonly reason: string;
} & (
	| {readonly use: 'id'}
	| {readonly use: 'field'; readonly key: FieldKey; readonly part?: NamePart}
	/** What has happened to the user elsewhere. */
	| {readonly use: 'mark'; readonly key: MarkColumn['key']}
	/** `suggested` is the field for which it may be meant. */
	| {readonly use: 'ignored'; readonly suggested?: FieldKey}
);

/** What a person has chosen a column for. */
export type ColumnChoice =
	| {readonly use: 'id'}
	| {readonly use: 'field'; readonly key: FieldKey}
	| {readonly use: 'mark'; readonly key: MarkColumn['key']}
	| {readonly use: 'ignored'}
	| {readonly use: 'split'; readonly order: NameOrder};

/** What a person has chosen columns for, by their positions in the row. The others are matched by their names. */
export type Mapping = Readonly<Record<number, ColumnChoice>>;

/** What every column of a file is for, and what there is to say about it. */
export type HeaderMatch = {
	readonly columns: readonly ColumnMatch[];
	/** Notices on columns that are left out; an error (`duplicate-column`) when two are for one field. */
	readonly problems: readonly Problem[];
};

/** Where profiles come from (rules.md 3.5). */
export type ProfileChoice =
	/** The file's own Profile column. */
	| {readonly from: 'csv'}
	/** One for the whole file: with overwrite, updated users move to it. */
	| {readonly from: 'choice'; readonly name: string}
	/** Updated users stay where they are, and new ones get this one. */
	| {readonly from: 'keep'; readonly name: string};

/** The choices of the vendor's import page (rules.md 2), and the decisions of ours: without one that the file raises nothing is written. */
export type ImportOptions = Decisions & {
	readonly profile: ProfileChoice;
	/** Valid rows go in although others are rejected. */
	readonly partial: boolean;
	/** What tells which user a row is about (rules.md 3.25). */
	readonly matchBy: MatchKey;
	/** A row whose ID is known, or whose other key, updates that user. */
	readonly overwrite: boolean;
};

/** What a row of the file would do. */
export type RowEffect =
	| {readonly kind: 'create'; readonly user: User}
	| {readonly kind: 'update'; readonly before: User; readonly after: User}
	/** It changes nothing about this user, and is not written. */
	| {readonly kind: 'unchanged'; readonly user: User}
	/** It is left out: as a possible duplicate of this user (rules.md 3.9), or because it fits no user (rules.md 3.25). */
	| {readonly kind: 'skip'; readonly user: User | undefined}
	/** It is left out because of an error. */
	| {readonly kind: 'reject'}
	/** A person has left it out (rules.md 4.10): nothing is said of it. */
	| {readonly kind: 'left-out'};

/** A row of the file, what it would do, and everything that was found in it. */
export type JudgedRow = RowEffect & {
	/** As it is judged: with the cells that a person has put right. */
	readonly row: CsvRow;
	/** As the file has it: the same where nothing was put right. */
	readonly read: CsvRow;
	readonly problems: readonly Problem[];
	/** What its doubtful cells were before they were damaged, where that can be told, by CSV header: of secrets and PINs, too. */
	readonly likely?: ReadonlyMap<string, string>;
};
/** A judged row of one kind. */
export type JudgedAs<Kind extends JudgedRow['kind']> = Extract<JudgedRow, {readonly kind: Kind}>;

/** The rows of a plan, also by what they would do, each list in the order of the file, and what was found in all of them. */
export type PlanViews = {
	/** The data rows of the file. */
	readonly rows: readonly JudgedRow[];
	readonly created: readonly JudgedAs<'create'>[];
	readonly updated: readonly JudgedAs<'update'>[];
	readonly unchanged: readonly JudgedAs<'unchanged'>[];
	readonly rejected: readonly JudgedAs<'reject'>[];
	readonly skipped: readonly JudgedAs<'skip'>[];
	readonly leftOut: readonly JudgedAs<'left-out'>[];
	/** Everything found, errors of rejected rows included, by line; notices on the whole file first. */
	readonly problems: readonly Problem[];
};

/** What must be settled before an import writes anything. */
export type OpenPoint = 'rejected-rows' | DecisionKey;

/** One problem for each decision that a file raises. */
export type Examples = Readonly<Partial<Record<DecisionKey, Problem>>>;

/** What an import would do, as a plain value: shown, then committed. */
export type ImportPlan = PlanViews & {
	readonly options: ImportOptions;
	/** How many cells a person has put right, in rows that are not left out. */
	readonly fixedCells: number;
	/** How many updates change the profile. */
	readonly moved: number;
	/** How many rows have the ID of a user although nothing may be overwritten. */
	readonly known: number;
	/** Whether the IDs of all rows are users' IDs, so that overwrite is what is meant (rules.md 3.2). */
	readonly suggestsOverwrite: boolean;
	/** What the file raises for each decision, whatever was decided; by CSV header, or kind of likeness. */
	readonly concerned: Concerned;
	/** For a decision, the first cell or row that it concerns. */
	readonly examples: Examples;
	/** What will be committed; empty while anything is open. */
	readonly change: Change;
	/** What that changes of the users who are there. */
	readonly changes: ChangeCounts;
	/** Why nothing would be written: an invalid row without partial import, and what the file raises and is undecided. */
	readonly open: readonly OpenPoint[];
};

/** A file that cannot be used at all: one sentence, and what to do. */
export type FileRefusal = {readonly refused: Problem};
