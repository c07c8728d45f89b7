/** What cells hang on, and whether PINs are shown in them. */
export type Revealing<Base> = {readonly base: Base; readonly revealed: boolean};

/** Makes the same two contexts for the same base each time: a row is drawn again only when its context is another. */
export function revealingContexts<Base extends object>(): (base: Base, revealed: boolean) => Revealing<Base> {
	const contexts = new WeakMap<Base, readonly [hidden: Revealing<Base>, shown: Revealing<Base>]>();
	return (base, revealed) => {
		const [hidden, shown] = contexts.get(base) ?? [
			{base, revealed: false},
			{base, revealed: true},
		];
		contexts.set(base, [hidden, shown]);
		return revealed ? shown : hidden;
	};
}
