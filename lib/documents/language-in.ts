import { type SQL, type SQLWrapper, sql } from "drizzle-orm"

/** The language of a stored version, for queries that do not read it whole. */
export const languageIn = (content: SQLWrapper): SQL<string> =>
  sql<string>`${content} #>> '{document,language}'`
