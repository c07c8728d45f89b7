import {createContext} from 'react';

/** Whether the terminal shows no style, not even inverse: then characters alone say where cursor and caret are. */
export const PlainTerminal = createContext(false);
