/** A text without characters that Postgres cannot store and that say nothing. */
export const storable = (text: string) => text.toWellFormed().replaceAll("\0", "")
