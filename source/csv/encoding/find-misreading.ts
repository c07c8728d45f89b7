import type {Work} from '../../domain/work.ts';
import {everyLanguage, type Languages} from './alphabet.ts';
import {countBroken, findForeignWords, isMalformed, judgeWord} from './judge-word.ts';
import {listRepairs, type Repair} from './repair.ts';

/** A mistake in reading that a text shows, and the text without it where there is one way only. */
type Misreading = {
	readonly mistake: Repair | undefined;
	readonly likely: string | undefined;
};

/** What a word costs that is in no language, and each language that is needed for the others. */
const brokenCost = 5;
const languageCost = 2;
/** How much better the words of a file must be for it to have been read wrongly as a whole, and in how many words that must show. */
const leastGain = 4;
const leastBroken = 2;
const leastWords = 6;

/**
 * Finds out whether the words of a file were read as another code page than they are in: whether they make less nonsense, or need fewer
 * languages, when that is taken back. Undefined also where two ways of that are as good.
 *
 * @param words some that are not ASCII, each once
 */
export function* findMistake(words: readonly string[]): Work<Repair | undefined> {
	const before = judgeWords(words);
	const found: {readonly mistake: Repair; readonly cost: number; readonly text: string}[] = [];
	for (const mistake of listRepairs().pages) {
		yield {done: 0, total: 1};
		const repaired = words.map((word) => repairWord(word, mistake));
		const changed = repaired.filter((word, index) => word !== words[index]).length;
		const {cost, broken} = judgeWords(repaired);
		const isBetter = before.cost - cost >= leastGain && cost <= before.cost / 2;
		if (isBetter && (before.broken - broken >= leastBroken || changed >= leastWords))
			found.push({mistake, cost, text: repaired.join(' ')});
	}
	const [best, ...others] = found.sort((a, b) => a.cost - b.cost);
	return others.some(({cost, text}) => cost < (best?.cost ?? 0) + languageCost && text !== best?.text)
		? undefined
		: best?.mistake;
}

/** The repaired word. One that is not made of letters alone counts as nonsense: a symbol at its edge would prove nothing. */
function repairWord(word: string, mistake: Repair): string {
	const repaired = mistake.repair(word);
	return repaired === undefined ? word : onlyLetters.test(repaired) ? repaired : nonsense;
}

const onlyLetters = /^[\0-\x7f\p{L}\p{M}]+$/u;
const nonsense = 'x\ufffdx';

function judgeWords(words: readonly string[]): {readonly cost: number; readonly broken: number} {
	const judged = words.flatMap(findForeignWords).map(judgeWord);
	const broken = judged.filter((languages) => languages === 0).length;
	let open = judged.filter((languages) => languages !== 0 && languages !== everyLanguage);
	let needed = 0;
	while (open.length > 0) {
		const language = findCommonest(open);
		open = open.filter((languages) => (languages & language) === 0);
		needed += 1;
	}
	return {cost: broken * brokenCost + needed * languageCost, broken};
}

function findCommonest(words: readonly Languages[]): Languages {
	const counts = Array.from(
		{length: 31},
		(_, index) => words.filter((languages) => (languages >> index) & 1).length,
	);
	const commonest = counts.reduce((best, amount, index) => (amount > (counts[best] ?? 0) ? index : best), 0);
	return 1 << commonest;
}

/**
 * What is wrong with the letters of one text, be it by itself or as a part of its file.
 *
 * @param ofFile the mistake that the file was read with
 */
export function findMisreading(text: string, ofFile: Repair | undefined): Misreading | undefined {
	const words = findForeignWords(text);
	if (words.length === 0) return undefined;
	const broken = countBroken(text);
	const whole = repairWith(ofFile === undefined ? [] : [ofFile], text);
	const [best] = (broken === 0 ? whole : [...repairWith(listRepairs().utf8, text, mostTimes), ...whole]).sort(
		(a, b) => a.broken - b.broken,
	);
	if (best !== undefined && (best.broken < broken || (best.mistake === ofFile && best.broken === broken)))
		return best.broken === 0 ? best : {mistake: best.mistake, likely: undefined};
	if (!words.some(isMalformed)) return undefined;
	const [first, ...others] = repairWith(listRepairs().pages, text).filter(
		({likely, broken}) => broken === 0 && onlyLetters.test(likely),
	);
	if (first === undefined) return undefined;
	return others.every(({likely}) => likely === first.likely)
		? first
		: {mistake: undefined, likely: undefined};
}

type Reading = Misreading & {readonly likely: string; readonly broken: number};

/** How often a text may have been read wrongly in the same way, each time after it was written as it was read. */
const mostTimes = 4;

/** What the text is when a mistake is taken back, once and, while there is nonsense left, again. */
function repairWith(mistakes: readonly Repair[], text: string, times = 1): Reading[] {
	return mistakes.flatMap((mistake) => {
		const likely = mistake.repair(text);
		if (likely === undefined) return [];
		const broken = countBroken(likely);
		const again = broken === 0 || times === 1 ? [] : repairWith([mistake], likely, times - 1);
		return [{mistake, likely, broken}, ...again];
	});
}
