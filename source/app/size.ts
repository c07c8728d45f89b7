/** Columns and rows of the terminal. */
export type Size = {readonly columns: number; readonly rows: number};

/** Under this many columns or rows a plain notice is shown in place of any screen. */
export const smallestSize: Size = {columns: 40, rows: 8};
