/** The multipliers of two hashes that are run side by side. */
const [firstFactor, secondFactor] = [0x01000193, 0x5bd1e995];

/**
 * What tells some values from others without holding them: the same for the same texts. 53 bits, quick for 100,000 users, and no
 * protection of a short secret, which can be tried out: it is masked like the values themselves.
 */
export function fingerprint(texts: readonly string[]): string {
	let [first, second] = [0x811c9dc5, 0x9747b28c];
	const mix = (unit: number): void => {
		first = Math.imul(first ^ unit, firstFactor);
		second = Math.imul(second ^ unit ^ (first >>> 15), secondFactor);
	};
	for (const text of texts) {
		for (let place = 0; place < text.length; place += 1) mix(text.charCodeAt(place));
		// No text has it: ["ab", ""] is not ["a", "b"].
		mix(0x1_0000);
	}
	mix(first >>> 13);
	mix(second >>> 16);
	return ((second >>> 0) * 0x20_0000 + (first >>> 11)).toString(36);
}
