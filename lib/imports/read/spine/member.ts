import type { Line } from "../text/shape"

/** A line that may begin an item: where it stands, and how much of its words is the title. */
export type Member = { at: number; line: Line; title: string; whole: boolean }
