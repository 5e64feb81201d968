/** The lines of one page of a list, and whether there are more behind it. */
export type Page<Line> = { lines: Line[]; more: boolean }

/** The page that an address asks for, from 1; the first for anything that is no page. */
export const pageIn = (asked: unknown): number =>
  typeof asked === "string" && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1

/** A page out of what was read of it: one line more than it shows, where there are more. */
export const pageOf = <Line>(read: readonly Line[], size: number): Page<Line> => ({
  lines: read.slice(0, size),
  more: read.length > size,
})
