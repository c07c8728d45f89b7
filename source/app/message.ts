import type {DecisionKey} from '../csv/import-decisions.ts';
import type {CsvTable, ImportPlan, ProfileChoice} from '../csv/import-plan.ts';
import type {Change, Conflict} from '../domain/change.ts';
import type {FoundProblem} from '../domain/check-in-sheet.ts';
import type {Entry, EntrySummary} from '../domain/entry.ts';
import type {FieldKey} from '../domain/field.ts';
import type {ListedFile} from '../domain/listed-file.ts';
import type {PinPlan} from '../domain/plan-pins.ts';
import type {UndoPlan} from '../domain/plan-undo.ts';
import type {Problem} from '../domain/problem.ts';
import type {Sheet} from '../domain/sheet.ts';
import type {User} from '../domain/user.ts';
import type {Progress} from '../domain/work.ts';
import type {Draft} from './draft/draft.ts';
import type {Key} from './key.ts';
import type {KeymapMessage} from './keymap/keymap.ts';
import type {UndoWay} from './saving/undo-way.ts';
import type {FileContent} from './screens/export/export-state.ts';
import type {ExaminedEntry} from './screens/history/history-state.ts';
import type {ImportState} from './screens/import/import-state.ts';
import type {Size} from './size.ts';
import type {TerminalMessage} from './terminal-message.ts';
import type {TextEdit} from './text-field-state.ts';

/** What a person types or pastes. */
export type TypedMessage =
	| {readonly type: 'input/press-key'; readonly key: Key}
	| {readonly type: 'input/paste'; readonly text: string};

/** The terminal's side. */
type InputMessage =
	| TypedMessage
	/** A paste is too long for any field. */
	| {readonly type: 'input/refuse-paste'}
	| {readonly type: 'screen/resize'; readonly size: Size}
	| {readonly type: 'screen/close'}
	| {readonly type: 'screen/redraw'}
	| {readonly type: 'screen/toggle-reveal'}
	| {readonly type: 'screen/hide-secrets'}
	| {readonly type: 'text/insert'; readonly text: string}
	| {readonly type: 'text/edit'; readonly edit: TextEdit};

export type GridMessage =
	| {
			readonly type: 'grid/move-cursor' | 'grid/commit-cell';
			readonly rows: number;
			readonly columns: number;
			/** Tab remembers the column where it began, and Enter after it returns there. */
			readonly by?: 'tab' | 'enter';
	  }
	| {readonly type: 'grid/move-page'; readonly pages: number}
	| {readonly type: 'grid/move-to'; readonly row?: 'first' | 'last'; readonly column?: 'first' | 'last'}
	| {readonly type: 'grid/go-to'; readonly number: number}
	| {readonly type: 'grid/edit-cell'; readonly typed?: string}
	| {readonly type: 'grid/cancel-cell'}
	| {readonly type: 'grid/set-cell'; readonly id: number; readonly key: FieldKey; readonly value: string}
	| {
			readonly type: 'grid/choose-value';
			readonly id: number;
			readonly key: FieldKey;
			readonly whose: 'mine' | 'theirs';
	  }
	| {readonly type: 'grid/clear-cell'}
	| {readonly type: 'grid/toggle-mark'}
	| {readonly type: 'grid/toggle-all-marks'}
	| {readonly type: 'grid/clear-marks'}
	| {readonly type: 'grid/ask-delete'}
	| {readonly type: 'grid/delete'; readonly ids: readonly number[]}
	| {readonly type: 'grid/sort'}
	| {readonly type: 'grid/open-filter'}
	| {readonly type: 'grid/close-filter'; readonly keep: boolean}
	| {readonly type: 'grid/clear-filter'}
	| {readonly type: 'grid/next-problem'}
	/** `ids` are those of the effect; what was found is all about one user. */
	| {
			readonly type: 'grid/problem-found';
			readonly ids: readonly number[];
			readonly found: readonly FoundProblem[];
	  }
	| {readonly type: 'grid/cancel-search'};

/** Undo and redo of what was changed since the sheet was opened. */
export type UndoMessage =
	| {readonly type: 'undo/take-back'}
	| {readonly type: 'undo/do-again'}
	| {
			readonly type: 'undo/planned';
			readonly change: Change;
			readonly way: UndoWay;
			readonly plan: UndoPlan;
			/** The sheet that it was planned for. */
			readonly sheet: Sheet;
	  }
	| {readonly type: 'undo/cancel'};

/** The screen with everything that was ever changed. */
export type HistoryMessage =
	| {readonly type: 'history/open'}
	| {
			readonly type: 'history/loaded';
			/** Newest first. */
			readonly entries: readonly EntrySummary[];
			/** Where these are only the ones after a revision. */
			readonly after?: number;
			/** IANA name of the zone in which times are shown. */
			readonly timeZone: string;
	  }
	| {readonly type: 'history/refused'; readonly message: string}
	| {readonly type: 'history/move'; readonly by: number}
	| {readonly type: 'history/move-page'; readonly pages: number}
	| {readonly type: 'history/open-filter'}
	| {readonly type: 'history/close-filter'; readonly keep: boolean}
	| {readonly type: 'history/back'}
	| {readonly type: 'history/open-entry'}
	| {readonly type: 'history/examined'; readonly examined: ExaminedEntry}
	/** A change cannot be read. */
	| {readonly type: 'history/unreadable'; readonly summary: EntrySummary; readonly message: string}
	| {readonly type: 'history/ask-undo'}
	| {readonly type: 'history/undo-entry'};

export type StoreMessage =
	| {
			readonly type: 'store/committed';
			readonly sheet: Sheet;
			readonly change: Change;
			readonly conflicts: readonly Conflict[];
			/** What others have committed and nobody here was told of before. */
			readonly others: readonly Entry[];
			readonly timeZone: string;
	  }
	/** What others have committed. */
	| {
			readonly type: 'store/changed';
			readonly sheet: Sheet;
			readonly entries: readonly Entry[];
			readonly timeZone: string;
	  }
	/** Something about the store that the person should know. */
	| {readonly type: 'store/noticed'; readonly text: string}
	| {readonly type: 'store/failed'; readonly message: string}
	| {readonly type: 'store/retry'}
	| {readonly type: 'store/back-up'}
	| {readonly type: 'store/backed-up'; readonly file: string}
	| {readonly type: 'store/backup-failed'; readonly message: string};

/** Settings of the whole sheet. */
export type SettingsMessage =
	| {readonly type: 'settings/ask-stand-alone'}
	| {readonly type: 'settings/set-stand-alone'; readonly on: boolean};

export type FormMessage =
	| {readonly type: 'form/open'}
	| {readonly type: 'form/move-focus'; readonly by: number}
	| {readonly type: 'form/choose-profile'; readonly typed?: string}
	| {readonly type: 'form/set-value'; readonly key: FieldKey; readonly value: string}
	| {readonly type: 'form/generate-pin'}
	| {readonly type: 'form/save'; readonly another: boolean; readonly sure?: boolean}
	| {readonly type: 'form/press-enter'}
	| {readonly type: 'form/cancel'};

export type ImportMessage =
	| {readonly type: 'import/open'; readonly path?: string}
	| {readonly type: 'import/files-listed'; readonly path: string; readonly files: readonly ListedFile[]}
	| {readonly type: 'import/move'; readonly by: number}
	| {readonly type: 'import/complete-path'}
	| {readonly type: 'import/read-file'}
	| {readonly type: 'import/progressed'; readonly progress: Progress}
	| {
			readonly type: 'import/file-read';
			readonly path: string;
			readonly table: CsvTable;
			readonly hash: string;
			/** A sentence about an earlier import of the same bytes. */
			readonly importedBefore: string | undefined;
	  }
	| {readonly type: 'import/refused'; readonly problem: Problem}
	| {readonly type: 'import/toggle-option'; readonly by: number}
	| {readonly type: 'import/choose-profile'}
	| {readonly type: 'import/set-profile'; readonly profile: ProfileChoice}
	| {readonly type: 'import/turn-on-overwrite'}
	| {readonly type: 'import/decide-option'; readonly key: DecisionKey; readonly value: string}
	| {readonly type: 'import/planned'; readonly plan: ImportPlan}
	| {readonly type: 'import/next'}
	| {readonly type: 'import/back'}
	| {readonly type: 'import/move-tab'; readonly by: number}
	| {readonly type: 'import/move-page'; readonly pages: number}
	| {readonly type: 'import/write-rejects'}
	| {readonly type: 'import/write-template'}
	| {readonly type: 'import/ask-commit'}
	| {readonly type: 'import/commit'}
	/** What becomes of an import of which nothing was written. */
	| {readonly type: 'import/decide'; readonly wizard: ImportState; readonly again: boolean};

export type PinMessage =
	| {readonly type: 'pin/open'}
	| {readonly type: 'pin/move'; readonly by: number}
	| {readonly type: 'pin/ask'}
	| {readonly type: 'pin/made'; readonly pin: string}
	/** `users` are those of the effect. */
	| ({readonly type: 'pin/planned'; readonly users: readonly User[]} & PinPlan)
	| {readonly type: 'pin/set'};

export type DialogMessage =
	| {readonly type: 'choice/move'; readonly by: number}
	| {readonly type: 'choice/choose'}
	| {readonly type: 'confirm/accept'}
	| {readonly type: 'confirm/refuse'}
	| {readonly type: 'commands/open'; readonly purpose: 'help' | 'palette'}
	| {readonly type: 'commands/move'; readonly by: number}
	| {readonly type: 'commands/run'}
	| {readonly type: 'export/open'}
	| {readonly type: 'export/write'; readonly replace: boolean}
	| {readonly type: 'export/written'; readonly path: string; readonly content: FileContent}
	| {
			readonly type: 'export/failed';
			readonly path: string;
			readonly reason: 'exists' | 'failed';
			readonly message: string;
	  };

export type DraftMessage =
	| {readonly type: 'draft/offer'; readonly draft: Draft}
	| {readonly type: 'draft/resume'; readonly draft: Draft}
	| {readonly type: 'draft/discard'};

export type AppMessage =
	| {readonly type: 'app/quit'; readonly sure: boolean}
	| {readonly type: 'app/interrupt'; readonly again: boolean};

/** Everything that can happen: keys, answers of the shell, and what the command table runs. */
export type Message =
	| InputMessage
	| GridMessage
	| UndoMessage
	| HistoryMessage
	| StoreMessage
	| SettingsMessage
	| KeymapMessage
	| FormMessage
	| ImportMessage
	| PinMessage
	| DialogMessage
	| DraftMessage
	| TerminalMessage
	| AppMessage;
