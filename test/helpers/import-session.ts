import type {Effect} from '../../source/app/effect.ts';
import type {ImportState} from '../../source/app/screens/import/import-state.ts';
import {parseCsv} from '../../source/csv/parse.ts';
import {planImport} from '../../source/csv/plan/plan-import.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import {finishWork} from '../../source/domain/work.ts';
import {type ModelSession, openSession} from './model-session.ts';

/** A session whose reading and planning is answered when the test says so. */
export type ImportSession = ModelSession & {
	/** Answers everything asked of the shell so far for the import. */
	readonly answer: () => void;
	readonly wizard: () => ImportState;
	/** Opens the wizard and reads a file, up to the options. */
	readonly read: (name: string) => void;
};

/** Opens a sheet, with these files to import: text by name. */
export function openImportSession(
	sheet: Sheet,
	files: Readonly<Record<string, string>>,
	size = {columns: 80, rows: 24},
): ImportSession {
	const session = openSession(sheet, {size});
	let answered = 0;
	const wizard = (): ImportState => {
		const state = session.model().screens.findLast((screen) => screen.name === 'import');
		if (state === undefined) throw new Error('The wizard is not open');
		return state;
	};
	const answer = (): void => {
		for (let effect = session.effects[answered]; effect !== undefined; effect = session.effects[answered]) {
			answered += 1;
			answerImport(session, effect, files);
		}
	};
	return Object.assign(session, {
		answer,
		wizard,
		read: (name: string) => {
			session.press('f5');
			answer();
			session.press(...name, 'enter');
			answer();
		},
	});
}

function answerImport(session: ModelSession, effect: Effect, files: Readonly<Record<string, string>>): void {
	if (effect.type === 'file/list') {
		const fitting = Object.entries(files).filter(([name]) => name.startsWith(effect.path));
		session.send({
			type: 'import/files-listed',
			path: effect.path,
			files: fitting.map(([path, text]) => ({path, isFolder: false, size: text.length})),
		});
	}
	if (effect.type === 'file/read' || effect.type === 'file/read-again') {
		const {path, reading = {}} = effect;
		const text = files[effect.path];
		if (text === undefined) {
			const message = `"${effect.path}" cannot be read: there is no such file or folder.`;
			session.send({
				type: 'import/refused',
				problem: {severity: 'error', code: 'file-not-found', message, short: 'The file cannot be read'},
			});
			return;
		}
		const table = finishWork(parseCsv(text, 'utf-8', reading));
		session.send(
			'refused' in table
				? {
						type: effect.type === 'file/read' ? 'import/refused' : 'import/reading-refused',
						problem: table.refused,
					}
				: {
						type: 'import/file-read',
						path,
						reading,
						table,
						hash: text,
						importedBefore: undefined,
						rejectsOf: undefined,
					},
		);
	}
	if (effect.type === 'import/plan') {
		const plan = finishWork(
			planImport(effect.table, effect.options, effect.sheet, effect.fileName, effect.fixes),
		);
		session.send(
			'refused' in plan ? {type: 'import/refused', problem: plan.refused} : {type: 'import/planned', plan},
		);
	}
}
