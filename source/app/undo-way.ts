/** Back to how it was before the last change, or on again to how it was after that. */
export type UndoWay = 'undo' | 'redo';
