/** A file or folder that could be chosen for an import. */
export type ListedFile = {
	/** As it would be typed: with what was typed of the folder. */
	readonly path: string;
	readonly isFolder: boolean;
	/** In bytes. */
	readonly size: number;
};
