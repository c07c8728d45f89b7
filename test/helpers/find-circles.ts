/**
 * The files that import each other in a circle: each list is one circle, or several that share files.
 *
 * @param imports the files that each file imports
 */
export function findCircles(imports: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
	const found: string[][] = [];
	const order = new Map<string, number>();
	const open: string[] = [];
	/** Returns the number of the earliest open file that can be reached (Tarjan's algorithm). */
	const visit = (file: string): number => {
		const own = order.size;
		order.set(file, own);
		open.push(file);
		let earliest = own;
		for (const target of imports.get(file) ?? []) {
			if (!order.has(target)) earliest = Math.min(earliest, visit(target));
			else if (open.includes(target)) earliest = Math.min(earliest, order.get(target) ?? own);
		}
		if (earliest < own) return earliest;
		const circle = open.splice(open.indexOf(file));
		if (circle.length > 1 || imports.get(file)?.includes(file)) found.push(circle.toSorted());
		return earliest;
	};
	for (const file of imports.keys()) if (!order.has(file)) visit(file);
	return found;
}
