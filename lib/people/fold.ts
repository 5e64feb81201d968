import { type SQL, type SQLWrapper, sql } from "drizzle-orm"
import { foldedLetters } from "./model"

/** `foldName` for a column: small letters, without accents. Needs a UTF-8 database, and no extension. */
export function folded(column: SQLWrapper): SQL<string> {
  const bare = sql`regexp_replace(normalize(${column}, NFD), '[\u0300-\u036f]', '', 'g')`
  return sql<string>`translate(lower(${bare}), ${foldedLetters.from}, ${foldedLetters.to})`
}
