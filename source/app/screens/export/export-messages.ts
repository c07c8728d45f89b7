import type {FileContent} from '../../../csv/file-content.ts';

/** A file that is named, and what becomes of writing it. */
export type ExportMessage =
	| {readonly type: 'export/open'}
	| {readonly type: 'export/write'; readonly replace: boolean}
	| {readonly type: 'export/written'; readonly path: string; readonly content: FileContent}
	| {
			readonly type: 'export/failed';
			readonly path: string;
			readonly reason: 'exists' | 'failed';
			readonly message: string;
	  };

declare module '../../message.ts' {
	interface Messages {
		readonly export: ExportMessage;
	}
}
