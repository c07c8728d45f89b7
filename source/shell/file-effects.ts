import {createHash} from 'node:crypto';
import {offerFixesLike} from '../csv/fix/offered-fixes.ts';
import {findImportMark} from '../csv/import-mark.ts';
import type {CsvTable} from '../csv/import-plan.ts';
import type {ImportSource} from '../csv/import-source.ts';
import {readTable} from '../csv/read-table.ts';
import type {ReadingChoice} from '../csv/reading-choice.ts';
import {describeImportedBefore, describeRejectsOf} from '../domain/imported-before.ts';
import type {Problem} from '../domain/problem.ts';
import type {Progress} from '../domain/work.ts';
import {expandHome} from '../files/expand-home.ts';
import {listCsvFiles} from '../files/list-csv-files.ts';
import {locateFile} from '../files/locate-file.ts';
import {largestCsv, readNamedFile} from '../files/read-file.ts';
import {openContent} from '../files/workbook/open-content.ts';
import {writeFileWhole} from '../files/write-file.ts';
import {findEarlierImport} from '../store/find-earlier-import.ts';
import {readLastValues} from '../store/read-last-values.ts';
import {outputRefuser} from '../store/refuse-output.ts';
import {runSliced} from '../store/run-sliced.ts';
import type {Store} from '../store/store.ts';
import type {Dispatch, EffectOf, EffectRunners} from './effect-runners.ts';
import {formatContent} from './format-content.ts';
import {createImportPlanner} from './import-planner.ts';
import {machineTimeZone} from './machine-time-zone.ts';

/** The bytes of a file, and how the person calls it. */
type Kept = {readonly path: string; readonly bytes: Uint8Array};

/** What reads, plans and writes files that the person names. */
export function createFileRunners(store: Store) {
	const planImport = createImportPlanner();
	let importing = new AbortController();
	/** What was read last, to be read once more in another way: it may be gone from the disk. */
	let kept: Kept | undefined;
	/** The file that was read last, which its own rejected rows must not replace. */
	let imported: string | undefined;

	/** A new reading or planning takes the place of the one before. */
	const startImport = (): AbortSignal => {
		importing.abort();
		importing = new AbortController();
		return importing.signal;
	};

	const keep = (path: string, bytes: Uint8Array): Kept => {
		kept = {path, bytes};
		return kept;
	};

	return {
		'file/list': async ({path}, dispatch) =>
			dispatch({type: 'import/files-listed', path, files: await listCsvFiles(path)}),
		'file/read': ({path, reading = {}}, dispatch) => {
			imported = expandHome(path);
			return readImport(path, keep, reading, store, startImport(), dispatch);
		},
		'file/take': ({bytes, name, reading = {}}, dispatch) => {
			return readBytes(keep(name, bytes), reading, store, startImport(), dispatch);
		},
		'file/read-again': ({path, reading}, dispatch) => {
			// Another file was read since.
			if (kept?.path !== path) return readImport(path, keep, reading, store, startImport(), dispatch);
			const refuse = (problem: Problem) => dispatch({type: 'import/reading-refused', problem});
			return readBytes(kept, reading, store, startImport(), dispatch, refuse);
		},
		'import/plan': async (effect, dispatch) => {
			const plan = await planImport(effect, startImport(), (progress) =>
				dispatch({type: 'import/progressed', progress}),
			);
			if (plan === undefined) return;
			dispatch(
				'refused' in plan ? {type: 'import/refused', problem: plan.refused} : {type: 'import/planned', plan},
			);
		},
		'import/find-alike': async ({planned, offer}, dispatch) => {
			const offers = await runSliced(offerFixesLike(planned, offer), startImport());
			if (offers !== undefined) dispatch({type: 'import/alike-found', offers});
		},
		'import/cancel': () => importing.abort(),
		'file/write': async (effect, dispatch) => {
			const isRejects = effect.content.kind === 'rejects';
			const input = isRejects && imported !== undefined ? await locateFile(imported) : undefined;
			return writeContent(effect, dispatch, outputRefuser(store.file, input));
		},
	} satisfies EffectRunners<
		| 'file/list'
		| 'file/read'
		| 'file/read-again'
		| 'file/take'
		| 'import/plan'
		| 'import/find-alike'
		| 'import/cancel'
		| 'file/write'
	>;
}

/** Reads a CSV file or a workbook, in slices. What is aborted is not answered. */
async function readImport(
	typed: string,
	keep: (path: string, bytes: Uint8Array) => Kept,
	reading: ReadingChoice,
	store: Store,
	signal: AbortSignal,
	dispatch: Dispatch,
): Promise<void> {
	try {
		const read = await readNamedFile(expandHome(typed), {most: largestCsv, signal});
		if ('problem' in read) return dispatch({type: 'import/refused', problem: read.problem});
		await readBytes(keep(typed, read.bytes), reading, store, signal, dispatch);
	} catch (error) {
		if (!signal.aborted) throw error;
	}
}

/** What the bytes of a file hold, and whether they were imported before. */
async function readBytes(
	{path, bytes}: Kept,
	reading: ReadingChoice,
	store: Store,
	signal: AbortSignal,
	dispatch: Dispatch,
	refuse = (problem: Problem) => dispatch({type: 'import/refused', problem}),
): Promise<void> {
	const content = await openContent(bytes, reading.sheet, signal);
	if ('problem' in content) return refuse(content.problem);
	const report = (progress: Progress) => dispatch({type: 'import/progressed', progress});
	const table = await runSliced(readTable(content.bytes, content.workbook, reading), signal, report);
	if (table === undefined) return;
	if ('refused' in table) return refuse(table.refused);
	const hash = createHash('sha256').update(content.bytes).digest('hex');
	const earlier = await findEarlierImport(store, hash);
	if (signal.aborted) return;
	const importedBefore = earlier && describeImportedBefore(earlier, machineTimeZone());
	const rejectsOf = await findRejectsOf(store, table);
	const lastValues = await readLastValues(store, machineTimeZone());
	if (signal.aborted) return;
	dispatch({type: 'import/file-read', path, reading, table, hash, importedBefore, rejectsOf, lastValues});
}

/** The import whose rejected rows a file holds, where the history has it. */
async function findRejectsOf(store: Store, table: CsvTable): Promise<ImportSource['rejectsOf']> {
	const mark = findImportMark(table);
	const first = mark === undefined ? undefined : await findEarlierImport(store, mark);
	return first && {revision: first.revision, text: describeRejectsOf(first, machineTimeZone())};
}

/**
 * Writes a file that the person names.
 *
 * @param refuse why a file is not to be replaced
 */
async function writeContent(
	{path: typed, content, replace}: EffectOf<'file/write'>,
	dispatch: Dispatch,
	refuse: (file: string) => Problem | undefined,
): Promise<void> {
	const path = expandHome(typed);
	const problem = await writeFileWhole(path, await formatContent(content, path), {force: replace, refuse});
	if (problem === undefined) return dispatch({type: 'export/written', path: typed, content});
	const exists = problem.code === 'file-exists';
	dispatch({
		type: 'export/failed',
		path: typed,
		reason: exists ? 'exists' : 'failed',
		message: exists ? `${typed} exists already. Replace it?` : problem.message,
	});
}
