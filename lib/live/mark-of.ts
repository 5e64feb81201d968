/**
 * A name of the text of a revision that no other text has, for a form that shows it. A refusal undoes the
 * revision that was just made of what is being written: a moment later its number is that of another.
 */
export const markOf = (revision: number, upto: number | null) => `${revision}.${upto ?? 0}`
