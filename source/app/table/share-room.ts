/** A column that wants some terminal cells, and has a right to as many as its share. */
type Wish = {readonly wanted: number; readonly share: number};

/**
 * How many terminal cells each of some columns gets of a room that may be too small for all: what it wants, up to its share; and
 * of what others leave, as much as the others that lack something.
 */
export function shareRoom(wishes: readonly Wish[], room: number): readonly number[] {
	const given = wishes.map(({wanted, share}) => Math.min(wanted, share));
	let left = room - given.reduce((sum, cells) => sum + cells, 0);
	const lacking = wishes
		.map(({wanted}, place) => ({place, lacks: wanted - (given[place] ?? 0)}))
		.filter(({lacks}) => lacks > 0)
		.sort((a, b) => a.lacks - b.lacks);
	for (const [done, {place, lacks}] of lacking.entries()) {
		const more = Math.max(0, Math.min(lacks, Math.floor(left / (lacking.length - done))));
		given[place] = (given[place] ?? 0) + more;
		left -= more;
	}
	return given;
}
