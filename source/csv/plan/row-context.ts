import type {FieldKey} from '../../domain/field.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Sheet} from '../../domain/sheet.ts';
import {trimValue, type User} from '../../domain/user.ts';
import {cellOf, type FullNames} from '../columns/split-name.ts';
import type {DoubtfulCell} from '../doubt/doubt.ts';
import {type SettledDoubt, settleDoubt} from '../doubt/settle-doubt.ts';
import type {FileMistakes} from '../encoding/survey-letters.ts';
import type {CsvRow, CsvTable, ImportOptions, RowEffect} from '../import-plan.ts';
import type {Likeness} from '../people/likenesses.ts';
import type {People} from '../people/people.ts';
import type {RowFinder} from '../people/row-finder.ts';
import {type ImportColumn, readCell} from '../read-cells.ts';
import type {findMarkPlaces} from '../read-marks.ts';
import {repetitive} from './repetitive.ts';
import type {RowCheck} from './validate-rows.ts';

/** What is the same for all rows of an import. */
export type RowContext = {
	readonly table: CsvTable;
	readonly options: ImportOptions;
	readonly sheet: Sheet;
	/** The column of IDs, where users are found by it. */
	readonly idColumn: number | undefined;
	/** Columns with full names, of which each is two columns. */
	readonly fullNames: readonly FullNames[];
	/** Columns that say what has happened to users elsewhere. */
	readonly marks: ReturnType<typeof findMarkPlaces>;
	/** The day that "yes" means in them: ISO 8601, UTC. */
	readonly today: string;
	/** The columns that count: without Profile, unless the profiles come from the file. */
	readonly columns: readonly ImportColumn[];
	/**
	 * The profile that new users get, and the one that updated users move to, as the sheet spells them (rules.md 3.5). A user
	 * that is updated as a duplicate keeps theirs.
	 */
	readonly profileOfNew: string | undefined;
	readonly profileOfUpdated: string | undefined;
	/** The sheet's spelling of a profile name in the file, or the name itself where there is no such profile. */
	readonly spellProfile: (name: string) => string;
	/** Fields that may not be blank in this sheet. */
	readonly mandatory: ReadonlySet<FieldKey>;
	readonly check: RowCheck;
	readonly finder: RowFinder;
	/** With which mistakes the letters of the file were read. */
	readonly mistakes: FileMistakes;
	/** What was found out about values of {@link repetitive} columns that a new user would have. */
	readonly knownDoubts: Map<FieldKey, Map<string, SettledDoubt | undefined>>;
	/** Those a new user may be a duplicate of: the sheet's users, and those of the rows before. */
	readonly people: People;
	/** The user that a row makes, with this ID, if there is nothing to say of any of its cells; undefined where it must be looked at closely. */
	readonly readPlainUser: (row: CsvRow, id: number) => User | undefined;
};

/** What becomes of one row. */
export type RowOutcome = {
	/** Where it would create a user who looks like another one (rules.md 3.9). */
	readonly likeness?: Likeness;
	/** Whether it seems to be about another person than the user that was found (rules.md 3.8). */
	readonly isStranger?: boolean;
	/** Where it fits no user: by which value users are found (rules.md 3.25). */
	readonly unknown?: string;
	/** Its doubtful cells, where what is decided about them makes a difference (rules.md 4.7). */
	readonly doubts?: readonly SettledDoubt[];
	readonly problems: readonly Problem[];
	/** The likely values of its doubtful cells, by CSV header, whatever is decided about them: of secrets and PINs, too. */
	readonly likely?: ReadonlyMap<string, string>;
	/** Of a row that meets a stored user: the fields whose stored value meets a blank cell. */
	readonly cleared?: readonly FieldKey[];
} & RowEffect;

/** The cell as it would be stored; a profile as the sheet spells it. */
export function readValue(row: CsvRow, column: ImportColumn, context: RowContext): string {
	const value = readCell(row, column);
	return column.field.kind === 'profile' ? context.spellProfile(value) : value;
}

/** Letters that were read as one for each byte may be so many times too many; what is longer is no value of a field. */
const mostBytes = 4;

/** Values that are remembered of a column. */
const mostKnown = 5000;

/** What is doubtful about a cell: what was found out about a value that a file repeats is kept, as a look at damaged letters takes long. */
function settleKnown(cell: DoubtfulCell, context: RowContext): SettledDoubt | undefined {
	const {mistakes, options, knownDoubts} = context;
	const {field, raw, value, stored, isMisread} = cell;
	const isKept = stored === '' && !isMisread && raw === value && repetitive.has(field.key);
	if (!isKept) return settleDoubt(cell, mistakes, options.doubtful);
	const known = knownDoubts.get(field.key) ?? new Map<string, SettledDoubt | undefined>();
	knownDoubts.set(field.key, known);
	const before = known.get(value);
	if (before !== undefined || known.has(value)) return before;
	const found = settleDoubt(cell, mistakes, options.doubtful);
	if (known.size < mostKnown) known.set(value, found);
	return found;
}

/** The value, or what was decided to store for a doubtful one, which is put to the doubts of the row. */
export function settleValue(
	value: string,
	stored: string,
	row: CsvRow,
	column: ImportColumn,
	context: RowContext,
	doubts: SettledDoubt[],
): string {
	const {index, field} = column;
	if (value === '' || value.length > field.longest * mostBytes) return value;
	const text = cellOf(row, column);
	const isMisread = row.misread?.has(index) === true;
	const cell = {field, raw: trimValue(field, text) === value ? text : value, value, stored, isMisread};
	const doubt = settleKnown(cell, context);
	if (doubt === undefined) return value;
	doubts.push(doubt);
	return field.kind === 'profile' ? context.spellProfile(doubt.settled) : doubt.settled;
}

/**
 * The outcome, unless one of its problems is an error: then the row is rejected, with all of them. It raises the decision about doubtful
 * cells only where that may put all of its errors right.
 */
export function rejectOnError(outcome: RowOutcome): RowOutcome {
	const {problems, likeness, doubts = []} = outcome;
	if (doubts.length === 0 && !problems.some(({severity}) => severity === 'error')) return outcome;
	const likely = new Map(
		doubts.flatMap((doubt) => (doubt.likely === undefined ? [] : [[doubt.column, doubt.likely]])),
	);
	const told = likely.size === 0 ? {} : {likely};
	const errors = problems.filter(({severity}) => severity === 'error');
	if (errors.length === 0) return {...outcome, ...told};
	const mayPass = errors.every(({column}) => column !== undefined && likely.has(column));
	return {
		kind: 'reject',
		problems,
		...told,
		...(likeness === undefined ? {} : {likeness}),
		...(mayPass ? {doubts} : {}),
	};
}
