/** The part of a list that is shown: as many entries as fit, with one of them in the middle where that can be. */
export function scrollWindow(
	length: number,
	height: number,
	index: number,
): {readonly first: number; readonly last: number} {
	const first = Math.max(0, Math.min(index - Math.floor(height / 2), length - height));
	return {first, last: Math.min(length, first + height)};
}
