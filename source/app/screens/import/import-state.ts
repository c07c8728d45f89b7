import type {ImportOptions, ImportPlan} from '../../../csv/import-plan.ts';
import type {ImportSource} from '../../../csv/import-source.ts';
import type {ListedFile} from '../../../domain/listed-file.ts';
import type {Problem} from '../../../domain/problem.ts';
import type {Sheet} from '../../../domain/sheet.ts';
import type {Progress} from '../../../domain/work.ts';
import {openTable, placesOf, type TableState} from '../../table/table-state.ts';
import type {TextFieldState} from '../../text-field-state.ts';
import type {FixHistory} from './fix/fix-history.ts';
import type {PreviewTab} from './preview-tabs.ts';

export const importSteps = ['file', 'options', 'preview', 'result'] as const;

/** The import wizard. Every choice is kept while steps are gone back and forth. */
export type ImportState = {
	readonly name: 'import';
	/** `columns` is a part of the options. */
	readonly step: (typeof importSteps)[number] | 'columns';
	readonly file: {
		readonly field: TextFieldState;
		/** CSV files and folders that fit what is typed. */
		readonly listed: readonly ListedFile[];
		/** What was typed when `listed` was made; undefined before the first list. */
		readonly listedFor: string | undefined;
		/** Whether to complete what is typed as soon as the list for it is there: keys may come faster than it. */
		readonly completes: boolean;
		/** The cursor is on the chosen one of `listed`, or at -1 on what is typed. */
		readonly table: TableState;
	};
	/** Whether it comes from the person's editor: there is no file to choose, and the preview comes at once. */
	readonly isEdited?: true;
	/** The lines that were pasted last instead of a file. */
	readonly pasted?: string;
	readonly source?: ImportSource;
	readonly options: ImportOptions;
	/** Whether a person has chosen the options; else they are a guess from the file. */
	readonly hasChosen: boolean;
	/** The options, known by their places in their table. */
	readonly optionsTable: TableState;
	/** The columns of the file, known by their positions. */
	readonly columnsTable: TableState;
	/** While a file is read or a plan is made. */
	readonly progress?: Progress;
	/** Why the file, or these options for it, cannot be used. */
	readonly refusal?: Problem;
	readonly plan?: ImportPlan;
	/** The sheet that the plan was made for. */
	readonly plannedFor?: Sheet;
	/** What a person has put right in the rows: it stays when options and columns change. */
	readonly fixed: FixHistory;
	/** The SHA-256 of the file whose rows were put right: another file has other rows. */
	readonly fixedFor?: string;
	/** The line that the cursor goes to when the rows are judged again, where the tab lists it: something was undone there. */
	readonly goTo?: number | undefined;
	/** The cell of the preview that is open. */
	readonly editor?: RowEditor;
	readonly tab: PreviewTab;
	/** What each tab shows; it is brought to the plan of now when it is shown. */
	readonly tables: Readonly<Record<PreviewTab, TabList>>;
};

/** A cell of the file that is being edited: on a line, in the column of a field by its CSV header. */
export type RowEditor = {
	readonly line: number;
	readonly header: string;
	readonly field: TextFieldState;
	readonly openedBy: 'typing' | 'key';
};

/** The list of a tab, and the plan that its rows are from. */
export type TabList = {readonly table: TableState; readonly plan: ImportPlan | undefined};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly import: ImportState;
	}
}

/** Files that fit what is typed, with the cursor on what is typed. */
export function listFiles(listed: readonly ListedFile[]): TableState {
	return openTable(placesOf(listed.length), {row: -1});
}

const emptyTab: TabList = {table: openTable([]), plan: undefined};

/** The tabs of the preview before there is anything in them. */
export const emptyTabs: ImportState['tables'] = {
	rejected: emptyTab,
	create: emptyTab,
	update: emptyTab,
	look: emptyTab,
	same: emptyTab,
	out: emptyTab,
	all: emptyTab,
};

/** How many rows would go in. */
export function countAccepted(plan: ImportPlan): number {
	return plan.created.length + plan.updated.length;
}

/** The part of a path after the last separator. */
export function fileName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}
