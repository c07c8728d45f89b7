import {insertPlace, takePlace} from './places.ts';

/**
 * Places by a key, of which nearly all are there once: what a Map from keys to places would tell, in less time and memory, as the places
 * are numbers in one array. Places are whole numbers from `base` on.
 */
export type KeyIndex = {
	/** The key at a place that is in the index. */
	readonly keyAt: (place: number) => string;
	readonly base: number;
	/** By hash: 0 for nothing, else a place from 1 on, or one of the marks below. */
	slots: Float64Array;
	hashes: Int32Array;
	/** Slots that are not 0. */
	used: number;
	/** The places of keys that are there more than once, ascending. */
	readonly several: Map<string, number[]>;
};

/** In the slot of a key that was taken out, and of one that is in `several`. */
const gone = -1;
const many = -2;

/**
 * An index without places.
 *
 * @param expected how many there will be
 */
export function createKeyIndex(keyAt: KeyIndex['keyAt'], expected: number, base = 0): KeyIndex {
	// Twice as many slots, as a power of two.
	const size = 2 ** Math.ceil(Math.log2(2 * expected + 16));
	return {
		keyAt,
		base,
		slots: new Float64Array(size),
		hashes: new Int32Array(size),
		used: 0,
		several: new Map(),
	};
}

/** The place with a key, or the places, ascending; undefined for none. */
export function findPlaces(index: KeyIndex, key: string): number | readonly number[] | undefined {
	const slot = findSlot(index, key, hashOf(key));
	const found = index.slots[slot] ?? 0;
	if (found === many) return index.several.get(key);
	return found === 0 ? undefined : found - 1 + index.base;
}

/** A place has this key from now on. */
export function addToIndex(index: KeyIndex, key: string, place: number): void {
	if (index.used * 2 >= index.slots.length) grow(index);
	const hash = hashOf(key);
	const slot = findSlot(index, key, hash);
	const found = index.slots[slot] ?? 0;
	if (found === many) {
		insertPlace(index.several.get(key) ?? [], place);
	} else if (found === 0) {
		index.slots[slot] = place - index.base + 1;
		index.hashes[slot] = hash;
		index.used += 1;
	} else {
		index.slots[slot] = many;
		const first = found - 1 + index.base;
		index.several.set(key, first < place ? [first, place] : [place, first]);
	}
}

/** A place has this key no more. Its key must still be found at it. */
export function removeFromIndex(index: KeyIndex, key: string, place: number): void {
	const slot = findSlot(index, key, hashOf(key));
	const found = index.slots[slot] ?? 0;
	if (found === place - index.base + 1) index.slots[slot] = gone;
	if (found !== many) return;
	const places = index.several.get(key);
	if (places === undefined || takePlace(places, place).length > 0) return;
	index.several.delete(key);
	index.slots[slot] = gone;
}

/** The slot of a key, or the one where it would be put. */
function findSlot({slots, hashes, several, keyAt, base}: KeyIndex, key: string, hash: number): number {
	const mask = slots.length - 1;
	for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
		const found = slots[slot] ?? 0;
		if (found === 0) return slot;
		if (found === gone || hashes[slot] !== hash) continue;
		if (found === many ? several.has(key) : keyAt(found - 1 + base) === key) return slot;
	}
}

function grow(index: KeyIndex): void {
	const {slots, hashes} = index;
	index.slots = new Float64Array(slots.length * 2);
	index.hashes = new Int32Array(slots.length * 2);
	index.used = 0;
	const mask = index.slots.length - 1;
	for (let from = 0; from < slots.length; from += 1) {
		const found = slots[from] ?? 0;
		if (found === 0 || found === gone) continue;
		const hash = hashes[from] ?? 0;
		let slot = hash & mask;
		while (index.slots[slot] !== 0) slot = (slot + 1) & mask;
		index.slots[slot] = found;
		index.hashes[slot] = hash;
		index.used += 1;
	}
}

/** A number for a text, like those of FNV-1a. */
function hashOf(key: string): number {
	let hash = 0x811c9dc5 | 0;
	for (let index = 0; index < key.length; index += 1)
		hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
	return hash ^ (hash >>> 15);
}
