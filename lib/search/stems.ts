import { sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { textLanguage } from "./model"

const configurations = ["ar", "en", "fr", "es", "ru", "pt", "de", "it"].map(textLanguage)

/** The stems of folded words in every language of a text, and which words say nothing in `locale`. */
export async function stemsOf(
  reader: Reader,
  words: readonly string[],
  locale: string,
): Promise<{ stems: Map<string, string[]>; small: Set<string> }> {
  const asked = [...new Set(words)]
  const stems = new Map<string, string[]>()
  const small = new Set<string>()
  if (asked.length === 0) return { stems, small }
  const rows = await reader.execute<{ word: string; language: string; found: string[] }>(sql`
    select word, language, tsvector_to_array(to_tsvector(language::regconfig, word)) as found
    from unnest(${sql.param(asked)}::text[]) word
    cross join unnest(${sql.param(configurations)}::text[]) language`)
  const here = new Set([textLanguage(locale), textLanguage("en")])
  for (const { word, language, found } of rows) {
    stems.set(word, [...new Set([...(stems.get(word) ?? []), ...found])])
    if (found.length === 0 && here.has(language as (typeof configurations)[number])) small.add(word)
  }
  return { stems, small }
}
