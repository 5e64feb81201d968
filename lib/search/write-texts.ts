import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import type { SearchKind, SearchText } from "./model"
import { foldedText, joinedWords, pairsOf, tokensOf } from "./words"

/** Passages that bear the title of what they stand under: it says less of them than their own words. */
const underTheirItem = new Set<SearchKind>(["minutes", "decision", "action", "comment"])

/**
 * Step: puts the passages of one record into the index. Every word stands there twice: as its stem in
 * the language of the text (a title of its own `A`, words `B`), and as it is (`D`, names `C`).
 */
export async function writeTexts(
  tx: Transaction,
  source: string,
  texts: readonly SearchText[],
): Promise<void> {
  if (texts.length === 0) return
  const inside = new Set(texts.filter(({ reach }) => reach !== "public").map(sameness))
  const rows = texts.map((text, part) => {
    const names = [...new Set(text.names)].join("\n")
    return {
      ...text,
      part,
      names,
      twin: text.reach === "public" && inside.has(sameness(text)),
      weight: underTheirItem.has(text.kind) ? "B" : "A",
      // What a phrase may stand in: the words and the names, each as one.
      pairs: [`${text.title} ${text.words}`, names, text.also].flatMap((line) =>
        pairsOf(tokensOf(line).map(({ word }) => word)),
      ),
      folded_title: foldedText(text.title),
      folded_words: foldedText(text.words),
      folded_names: foldedText(names),
      folded_also: [
        foldedText(text.also),
        ...joinedWords(`${text.title}\n${text.words}\n${names}`),
      ].join(" "),
    }
  })
  // As one document, so that thousands of passages are one statement with few parameters.
  await tx.execute(sql`
    insert into search_texts
      (group_id, kind, reach, source, part, href, title, words, names, also, number, language, day, area, state, twin, pairs, terms)
    select "groupId", kind::search_kind, reach::search_reach, ${source}, part, href, title, words, names, also,
      number, language, day, area, state::search_state, twin, array(select jsonb_array_elements_text(pairs)::int),
      setweight(to_tsvector(language::regconfig, folded_title), weight::"char")
        || setweight(to_tsvector(language::regconfig, folded_words), 'B')
        || setweight(to_tsvector('simple', folded_names), 'C')
        || to_tsvector('simple', folded_title || ' ' || folded_words)
        || to_tsvector('simple', folded_also)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(
      "groupId" uuid, kind text, reach text, part int, href text, title text, words text, names text,
      also text, number int, language text, day date, area text, state text, twin boolean, pairs jsonb,
      weight text, folded_title text, folded_words text, folded_names text, folded_also text)`)
}

/** What two texts have in common that say the same in two places. */
const sameness = ({ kind, title, words }: SearchText) => JSON.stringify([kind, title, words])
