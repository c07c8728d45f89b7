import type {FileContent} from '../csv/file-content.ts';
import type {OfferedFix, Planned} from '../csv/fix/offered-fixes.ts';
import type {Fixes} from '../csv/fixes.ts';
import type {CsvTable, ImportOptions} from '../csv/import-plan.ts';
import type {ReadingChoice} from '../csv/reading-choice.ts';
import type {CellsJob} from '../domain/cells/plan-job.ts';
import type {Replacement} from '../domain/cells/plan-replace.ts';
import type {Change} from '../domain/change.ts';
import type {FoundProblem} from '../domain/check-in-sheet.ts';
import type {Entry, EntrySummary, Origination} from '../domain/entry.ts';
import type {PinChoice} from '../domain/pins/plan-pins.ts';
import type {Sheet} from '../domain/sheet.ts';
import type {User} from '../domain/user.ts';
import type {Work} from '../domain/work.ts';
import type {ColumnViews} from './column-choice.ts';
import type {KeymapName} from './keymap/keymap.ts';
import type {Preferences} from './preferences.ts';
import type {SavedFilters} from './saved-filter.ts';
import type {SavedMappings} from './saved-mapping.ts';
import type {UndoWay} from './saving/queue/queue.ts';
import type {TerminalEffect} from './terminal-effect.ts';

/** What a folder asks of the shell, by its noun: the folder adds its own here. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the folders
export interface Effects {}

/** Work for the shell, as data. Each one is answered by a message. */
export type Effect =
	| TerminalEffect
	| Effects[keyof Effects]
	/** Answer: `store/committed` or `store/failed`. */
	| {
			readonly type: 'store/commit';
			readonly change: Change;
			readonly base: Sheet;
			readonly prefer: 'mine' | 'theirs' | 'neither';
			/** Where the change came from, for the history. */
			readonly origination: Origination;
	  }
	/** Writes a dated copy of the sheet on disk. Answer: `store/backed-up` or `store/backup-failed`. */
	| {readonly type: 'store/backup'}
	/** Reads the history, or only what was committed after a revision. Answer: `history/loaded` or `history/refused`. */
	| {readonly type: 'store/history'; readonly after?: number}
	/** Plans how a change of many users is taken back, or made again. Answer: `undo/planned`. */
	| {readonly type: 'undo/plan'; readonly change: Change; readonly way: UndoWay; readonly sheet: Sheet}
	/** Reads all of a change, where that was not done before, and plans its undo. Answer: `history/examined` or `history/unreadable`. */
	| {
			readonly type: 'history/examine';
			readonly summary: EntrySummary;
			readonly known?: Entry;
			readonly sheet: Sheet;
	  }
	/** Answer: `import/files-listed`. */
	| {readonly type: 'file/list'; readonly path: string}
	/** Answer: `import/file-read` or `import/refused`, with `import/progressed` on the way. */
	| {
			readonly type: 'file/read';
			readonly path: string;
			/** How a person wants it to be read; undefined as the file tells. */
			readonly reading: ReadingChoice | undefined;
	  }
	/** Reads the same bytes in another way. Answer: `import/file-read` or `import/reading-refused`. */
	| {readonly type: 'file/read-again'; readonly path: string; readonly reading: ReadingChoice}
	/** Reads bytes that are in no file, or in none any more. Answers as those of `file/read`. */
	| {
			readonly type: 'file/take';
			readonly bytes: Uint8Array;
			readonly name: string;
			readonly reading?: ReadingChoice;
	  }
	/** Answer: `import/planned` or `import/refused`, with `import/progressed` on the way. */
	| {
			readonly type: 'import/plan';
			readonly table: CsvTable;
			readonly options: ImportOptions;
			readonly sheet: Sheet;
			readonly fileName: string;
			/** What a person has put right in the rows. */
			readonly fixes: Fixes;
	  }
	/** Finds the cells that are wrong in the same way as one. Answer: `import/alike-found`. */
	| {readonly type: 'import/find-alike'; readonly planned: Planned; readonly offer: OfferedFix}
	/** Stops reading or planning. No answer. */
	| {readonly type: 'import/cancel'}
	/** Answer: `export/written` or `export/failed`. */
	| {
			readonly type: 'file/write';
			readonly path: string;
			readonly content: FileContent;
			readonly replace: boolean;
	  }
	/** Makes one PIN for the form or for a user, which must not give away the numbers. Answer: `form/take-pin` or `users/take-pin`. */
	| {readonly type: 'pin/make'; readonly avoid: readonly string[]; readonly id?: number}
	/** Plans the PINs of many users. Answer: `pin/planned`. */
	| {readonly type: 'pin/plan'; readonly users: readonly User[]; readonly choice: PinChoice}
	/** Works out what new values of many users would do. Answer: `fill/planned`. */
	| {readonly type: 'fill/plan'; readonly job: CellsJob; readonly readSheet: () => Work<Sheet>}
	/** Looks for a text in values, and works out what would change. Answer: `replace/found`. */
	| {
			readonly type: 'replace/plan';
			readonly ids: readonly number[];
			readonly given: Replacement;
			readonly readSheet: () => Work<Sheet>;
	  }
	/** Finds the first of these users with something wrong. Answer: `users/problem-found`. */
	| {readonly type: 'problem/find'; readonly sheet: Sheet; readonly ids: readonly number[]}
	/** Lists everything wrong in the sheet, instead of what is being listed. Answer: `problems/listed`, with `problems/progressed` on the way. */
	| {readonly type: 'problem/list'; readonly sheet: Sheet}
	/** Plans to put in the values that would be right. Answer: `problems/planned`. */
	| {
			readonly type: 'problem/plan-fixes';
			readonly sheet: Sheet;
			readonly problems: readonly FoundProblem[];
	  }
	/** Stops looking for problems. No answer. */
	| {readonly type: 'problem/cancel'}
	/** Keeps in mind which keys this account wants. Answer: `store/noticed` where that fails. */
	| {readonly type: 'keymap/remember'; readonly name: KeymapName}
	/** Keeps for this account how the columns of lists are arranged. Answer: `store/noticed` where that fails. */
	| {readonly type: 'columns/remember'; readonly views: ColumnViews}
	/** Keeps for this account the filters that have names. Answer: `store/noticed` where that fails. */
	| {readonly type: 'filters/remember'; readonly filters: SavedFilters}
	/** Keeps for this account what the columns of files are for. Answer: `store/noticed` where that fails. */
	| {readonly type: 'mappings/remember'; readonly mappings: SavedMappings}
	/** Keeps for this account what the screen is set to. Answer: `store/noticed` where that fails. */
	| {readonly type: 'preferences/remember'; readonly preferences: Preferences}
	/** Keeps for this account what the history calls the person; '' for none. Answer: `store/noticed` where that fails. */
	| {readonly type: 'name/remember'; readonly name: string}
	/** Removes the draft that was kept. No answer. */
	| {readonly type: 'draft/forget'}
	/** Waits for a minute, or starts to wait once more. Answer: `screen/hide-secrets`. */
	| {readonly type: 'screen/hide-later'}
	/** Waits for a second, or starts to wait once more. Answer: `escape/expire`. */
	| {readonly type: 'escape/wait'}
	/** Ends the program. No answer. */
	| {readonly type: 'app/quit'};
