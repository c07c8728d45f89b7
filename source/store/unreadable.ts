/** Why a file, or the key or entry in it, cannot be used: `reason` is the end of a sentence and never repeats a stored value. */
export type Unreadable = {readonly kind: 'damaged' | 'newer'; readonly reason: string};

/** What was once whole and is not so any more. */
export function damaged(reason: string): Unreadable {
	return {kind: 'damaged', reason};
}
