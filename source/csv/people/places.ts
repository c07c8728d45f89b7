/** Places in a list by a key: the one of a key that is there once, as nearly all are, else all of them, ascending. */
export type Places<Key> = Map<Key, number | number[]>;

/** A place has this key. */
export function addPlace<Key>(places: Places<Key>, key: Key, place: number): void {
	const known = places.get(key);
	if (known === undefined) places.set(key, place);
	else if (typeof known === 'number') places.set(key, known < place ? [known, place] : [place, known]);
	else insertPlace(known, place);
}

/** Puts a place among others, which are ascending. */
export function insertPlace(places: number[], place: number): void {
	if ((places.at(-1) ?? Number.NEGATIVE_INFINITY) < place) places.push(place);
	else places.splice(findFrom(places, place), 0, place);
}

/** Takes a place out of others, which are ascending; the others. */
export function takePlace(places: number[], place: number): readonly number[] {
	const index = findFrom(places, place);
	if (places[index] === place) places.splice(index, 1);
	return places;
}

/** A place has this key no more. */
export function removePlace<Key>(places: Places<Key>, key: Key, place: number): void {
	const known = places.get(key);
	if (known === place) places.delete(key);
	if (typeof known !== 'object') return;
	const left = takePlace(known, place);
	if (left[0] !== undefined && left.length === 1) places.set(key, left[0]);
}

/** The places of a key, as {@link Places} has them, that come before another one. */
export function* placesBefore(known: number | readonly number[], end: number): Iterable<number> {
	for (const place of typeof known === 'number' ? [known] : known) {
		if (place >= end) return;
		yield place;
	}
}

/** The places of a key that come after another one. */
export function placesAfter(known: number | readonly number[] | undefined, start: number): readonly number[] {
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
