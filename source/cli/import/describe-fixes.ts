import {type OfferedFix, showOffer} from '../../csv/fix/offered-fixes.ts';
import {count, cutReported, quote} from '../../domain/problem.ts';
import {visibleText} from '../../terminal/text/visible-text.ts';

/** Lines that a person reads; beyond that they are counted. */
const readable = 20;

/** The cells that were put right, before and after; secrets and PINs masked. */
export function describeFixes(taken: readonly OfferedFix[]): readonly string[] {
	if (taken.length === 0) return [];
	const kinds = [...Map.groupBy(taken, ({kind}) => kind)].map(([kind, {length}]) => `${length} ${kind}`);
	const more = taken.length - readable;
	return [
		'',
		`Fixed ${count(taken.length, 'cell')}: ${kinds.join(', ')}`,
		...taken.slice(0, readable).map((fix) => {
			const [before, after] = showOffer(fix);
			return visibleText(`  Line ${fix.row.line}, ${fix.column}: ${quote(before)} → ${quote(after)}`);
		}),
		...(more > 0 ? [`  And ${more.toLocaleString('en-US')} more: --json has all.`] : []),
	];
}

/** A cell that was put right, as scripts get it. */
export function toJsonFix(fix: OfferedFix): object {
	const [before, after] = showOffer(fix).map(cutReported);
	return {line: fix.row.line, column: fix.column, fix: fix.kind, before, after};
}
