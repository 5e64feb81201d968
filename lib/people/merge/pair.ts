/** Ids of the person who is kept, and of the one who is merged into it. */
export type Pair = { kept: string; merged: string }
