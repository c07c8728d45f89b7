import type {DecisionKey} from '../../../csv/import-decisions.ts';
import type {CsvTable, ImportPlan, ProfileChoice} from '../../../csv/import-plan.ts';
import type {ImportSource} from '../../../csv/import-source.ts';
import type {ReadingChoice} from '../../../csv/reading-choice.ts';
import type {LastValues} from '../../../domain/last-values.ts';
import type {ListedFile} from '../../../domain/listed-file.ts';
import type {Problem} from '../../../domain/problem.ts';
import type {Progress} from '../../../domain/work.ts';
import type {ImportOrigin} from '../../saving/queue/origin.ts';
import type {ColumnsMessage} from './columns/columns-messages.ts';
import type {FixMessage} from './fix/fix-messages.ts';

export type ImportMessage =
	| ColumnsMessage
	| FixMessage
	| {readonly type: 'import/open'; readonly path?: string}
	| {readonly type: 'import/files-listed'; readonly path: string; readonly files: readonly ListedFile[]}
	| {readonly type: 'import/complete-path'}
	| {readonly type: 'import/read-file'; readonly reading?: ReadingChoice}
	/** Lines of CSV, or cells with tabs between them, instead of a file. */
	| {readonly type: 'import/take-paste'; readonly text: string}
	/** Where no header was found. */
	| {readonly type: 'import/choose-header'}
	| {readonly type: 'import/progressed'; readonly progress: Progress}
	| {
			readonly type: 'import/file-read';
			readonly path: string;
			readonly reading: ReadingChoice;
			readonly table: CsvTable;
			readonly hash: string;
			/** A sentence about an earlier import of the same bytes. */
			readonly importedBefore: string | undefined;
			readonly rejectsOf: ImportSource['rejectsOf'];
			/** How the values of the sheet came to be. */
			readonly lastValues?: LastValues;
	  }
	| {readonly type: 'import/refused'; readonly problem: Problem}
	/** Reads the file once more, in another way; it may turn out that it cannot be read so. */
	| {readonly type: 'import/read-again'; readonly reading: ReadingChoice}
	| {readonly type: 'import/reading-refused'; readonly problem: Problem}
	| {readonly type: 'import/change-option'; readonly by: number}
	| {readonly type: 'import/set-profile'; readonly profile: ProfileChoice}
	| {readonly type: 'import/turn-on-overwrite'}
	| {readonly type: 'import/decide-option'; readonly key: DecisionKey; readonly value: string}
	| {readonly type: 'import/planned'; readonly plan: ImportPlan}
	| {readonly type: 'import/next'}
	| {readonly type: 'import/back'}
	| {readonly type: 'import/move-tab'; readonly by: 1 | -1}
	/** From a list: rows are filtered by a kind of problem, or with '' no longer. */
	| {readonly type: 'import/choose-kind'}
	| {readonly type: 'import/filter-kind'; readonly filter: string}
	| {readonly type: 'import/write-rejects'}
	| {readonly type: 'import/write-template'}
	/** In the person's editor: the chosen users, or the rejected rows. */
	| {readonly type: 'import/edit-users'}
	| {readonly type: 'import/edit-rejects'}
	| {readonly type: 'import/ask-commit'}
	| {readonly type: 'import/commit'}
	/** From the result page to the grid. */
	| {readonly type: 'import/finish'}
	/** From the result page: the users are gone again, and the page with them. */
	| {readonly type: 'import/take-back'}
	/** What becomes of an import of which nothing was written. */
	| {readonly type: 'import/resume'; readonly origin: ImportOrigin; readonly again: boolean};

declare module '../../message.ts' {
	interface Messages {
		readonly import: ImportMessage;
	}
}
