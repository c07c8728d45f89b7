/** Places in a list by a key: the one of a key that is there once, as nearly all are, else all of them, ascending. */
export type Places<Key> = Map<Key, number | number[]>;

/** A place has this key. */
export function addPlace<Key>(places: Places<Key>, key: Key, place: number): void {
	const known = places.get(key);
	if (known === undefined) places.set(key, place);
	else if (typeof known === 'number') places.set(key, known < place ? [known, place] : [place, known]);
	else if ((known.at(-1) ?? place) < place) known.push(place);
	else known.splice(findFrom(known, place), 0, place);
}

/** A place has this key no more. */
export function removePlace<Key>(places: Places<Key>, key: Key, place: number): void {
	const known = places.get(key);
	if (known === place) places.delete(key);
	if (typeof known !== 'object') return;
	const index = findFrom(known, place);
	if (known[index] === place) known.splice(index, 1);
	const [first] = known;
	if (first !== undefined && known.length === 1) places.set(key, first);
}

/** The places of a key, as {@link Places} has them, that come before another one. */
export function* placesBefore(known: number | readonly number[], end: number): Iterable<number> {
	for (const place of typeof known === 'number' ? [known] : known) {
		if (place >= end) return;
		yield place;
	}
}

/** The places with a key that come after another one. */
export function placesAfter<Key>(places: Places<Key>, key: Key, start: number): readonly number[] {
	const known = places.get(key);
	if (known === undefined) return [];
	if (typeof known === 'number') return known > start ? [known] : [];
	return known.slice(findFrom(known, start + 1));
}

/** The index of the first number that is not below another one: the numbers are ascending. */
export function findFrom(numbers: readonly number[], least: number): number {
	let low = 0;
	let high = numbers.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((numbers[middle] ?? least) < least) low = middle + 1;
		else high = middle;
	}
	return low;
}
