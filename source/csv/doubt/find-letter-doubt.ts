import {isMasked} from '../../domain/field.ts';
import type {Finding} from '../../domain/problem.ts';
import {trimValue} from '../../domain/user.ts';
import {htmlRepair} from '../encoding/decode-entities.ts';
import {findMisreading} from '../encoding/find-misreading.ts';
import {listRepairs, type Repair} from '../encoding/repair.ts';
import type {FileMistakes} from '../encoding/survey-letters.ts';
import {type Doubt, type DoubtfulCell, makeDoubt} from './doubt.ts';

/** Anything but ASCII, question marks and what HTML begins an entity with. */
const suspicious = /[^\0-%'->@-\x7f]/;
const replaced = /\ufffd/u;
/** Question marks in a word or for all of it, which is what some programs write for letters that they do not have. */
const questioned = /\?\p{L}|\?{2}/u;

/** Letters that are not those which were written (rules.md 4.5): other bytes than the file's, text that was read wrongly, or lost letters. */
export function findLetterDoubt(cell: DoubtfulCell, {file, strays}: FileMistakes): Doubt | undefined {
	const {field, raw, value, stored, isMisread} = cell;
	if (!suspicious.test(raw)) return undefined;
	if (isMisread) {
		const likely = findMistakeTo(cell) ? stored : findMisreading(raw, strays)?.likely;
		return makeDoubt(cell, strayBytes, trimValue(field, likely ?? value));
	}
	if (replaced.test(value)) return makeDoubt(cell, lettersLost, fitsStored(cell) ? stored : undefined);
	if (value.includes('?') && fitsStored(cell)) return makeDoubt(cell, lettersLost, stored);
	const isName = field.key === 'firstName' || field.key === 'lastName';
	if (isName && questioned.test(value)) return makeDoubt(cell, lettersLost);
	const mistake = findMistakeTo(cell);
	if (mistake !== undefined) return makeDoubt(cell, describeMisread(mistake), stored);
	if (isMasked(field)) return undefined;
	const unwritten = htmlRepair.repair(raw);
	if (unwritten !== undefined)
		return makeDoubt(cell, describeMisread(htmlRepair), trimValue(field, unwritten));
	const misreading = findMisreading(raw, file);
	if (misreading === undefined) return undefined;
	const likely = misreading.likely === undefined ? undefined : trimValue(field, misreading.likely);
	return makeDoubt(cell, describeMisread(misreading.mistake), likely);
}

/** The mistake that makes the cell of the stored value. */
function findMistakeTo({field, raw, stored}: DoubtfulCell): Repair | undefined {
	const {pages, utf8} = listRepairs();
	return stored === ''
		? undefined
		: [htmlRepair, ...utf8, ...pages].find(({repair}) => trimValue(field, repair(raw) ?? '') === stored);
}

/** Whether cell and stored value are the same but for letters that the cell may have lost. */
function fitsStored({value, stored}: DoubtfulCell): boolean {
	const skeleton = (text: string): string => text.replaceAll(/[^\0-\x7f]|\?/g, '');
	return stored !== value && /[^\0-\x7f]/.test(stored) && skeleton(value) === skeleton(stored);
}

const saveAsUtf8 = 'Check the letters, or export the file as UTF-8.';
const strayBytes: Finding = {
	code: 'stray-bytes',
	message: 'Its bytes are not UTF-8 like the rest of the file, and were read as Windows-1252.',
	short: 'Not UTF-8 like the rest',
	fix: saveAsUtf8,
};
const lettersLost: Finding = {
	code: 'letters-lost',
	message: 'Letters were lost before the file was written.',
	short: 'Letters lost',
	fix: 'Enter them again, or export the file as UTF-8.',
};

function describeMisread(mistake: Repair | undefined): Finding {
	return {
		code: 'misread-letters',
		message:
			mistake === undefined
				? 'Its letters look like those of another encoding.'
				: `Its letters look like ${mistake.right} that was read as ${mistake.wrong}.`,
		short: 'Letters of another encoding',
		fix: saveAsUtf8,
	};
}
