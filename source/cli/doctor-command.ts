import type {Command} from 'commander';
import {type Examination, examineStore} from '../store/doctor/examine-store.ts';
import {type Salvaged, salvageStore} from '../store/doctor/salvage-store.ts';
import {findAnyKey, unlockStore} from '../store/passphrase/unlock-store.ts';
import type {Act} from './act.ts';
import {type Context, fail, failStore} from './context.ts';
import {describeExamination} from './describe-examination.ts';
import {describeLoss, describeSalvage} from './describe-salvage.ts';
import {type ExitCode, exitCodes} from './exit-code.ts';
import {formatJson} from './format-json.ts';
import {type Io, printLines} from './io.ts';
import {jsonHelp} from './json-help.ts';

type DoctorFlags = {readonly json?: boolean; readonly salvage?: string};

/** `usersheet doctor`. */
export function registerDoctor(program: Command, act: Act): void {
	program
		.command('doctor')
		.description('examine the files of the store, also where it cannot be opened')
		.option('--json', 'print what was found as JSON')
		.option('--salvage <folder>', 'write what can be read into a new folder')
		.addHelpText(
			'after',
			'\nThe store itself is never changed. Exit code 0: all that was saved can be read,\nor was salvaged; 4: the store is damaged.',
		)
		.addHelpText('after', jsonHelp.doctor)
		.action(act(runDoctor));
}

async function runDoctor(context: Context, {json = false, salvage}: DoctorFlags): Promise<number> {
	const {io, directory} = context;
	const seal = await unlockStore(directory, context.ask, findAnyKey);
	if ('error' in seal) return failStore(io, seal.error);
	const found = examineStore(directory, seal);
	if ('error' in found) return failStore(io, found.error);
	const refusal = await findRefusal(found, context);
	if (salvage === undefined) {
		if (json) io.stdout.write(formatJson(toJsonExamination(found, refusal)));
		else await printLines(io.stdout, describeExamination(found, refusal));
		return isSound(found, refusal) ? exitCodes.done : exitCodes.store;
	}
	const salvaged = salvageStore(directory, seal, salvage);
	if ('error' in salvaged) {
		const isHopeless = salvaged.error.kind === 'damaged';
		return fail(io, isHopeless ? exitCodes.store : exitCodes.usage, salvaged.error.message);
	}
	return reportSalvage(salvaged, refusal, json, io);
}

/** A store that looks sound must open; why it does not is better said here than not at all. */
async function findRefusal({isDamaged}: Examination, context: Context): Promise<string | undefined> {
	if (isDamaged) return undefined;
	const opened = await context.openSheet('read');
	if ('error' in opened) return opened.error.message;
	await opened.store.close();
	return undefined;
}

async function reportSalvage(
	salvaged: Salvaged,
	refusal: string | undefined,
	json: boolean,
	io: Io,
): Promise<ExitCode> {
	if (json) {
		const {file, source, sheet} = salvaged;
		const {users, revision} = sheet;
		io.stdout.write(
			formatJson({
				...toJsonExamination(salvaged.examination, refusal),
				salvaged: {file, source, users: users.length, revision, lost: describeLoss(salvaged)},
			}),
		);
	} else {
		await printLines(io.stdout, describeSalvage(salvaged));
	}
	return exitCodes.done;
}

function isSound({isDamaged}: Examination, refusal: string | undefined): boolean {
	return !isDamaged && refusal === undefined;
}

/** Without the sheets: what is in them is not shown here. */
function toJsonExamination(found: Examination, refusal: string | undefined): object {
	const {file, files, isEncrypted, checkpoint, journal, history, problems, sheet} = found;
	return {
		store: file,
		encrypted: isEncrypted,
		sound: isSound(found, refusal),
		users: sheet?.users.length ?? null,
		revision: sheet?.revision ?? null,
		checkpoint,
		journal: toJsonRemains(journal),
		history: toJsonRemains(history),
		files,
		problems: refusal === undefined ? problems : [refusal, ...problems],
	};
}

function toJsonRemains(remains: Examination['journal']): object | null {
	if (remains === undefined) return null;
	const {lines, entries, revisions, header, fault, torn, bad, lost} = remains;
	const [base, damage] = [header?.revision ?? null, fault ?? null];
	return {lines, entries, revisions: revisions ?? null, base, damage, torn, bad, lost};
}
