import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { searchTexts } from "@/db/schema/search"
import { holdSource, markEditionTwins } from "./edition-twins"
import type { SearchText } from "./model"
import { readSource } from "./sources"
import { commentTexts } from "./texts/comment-texts"
import { compendiumTexts } from "./texts/compendium-texts"
import { documentTexts } from "./texts/document-texts"
import { editionTexts } from "./texts/edition-texts"
import { meetingTexts } from "./texts/meeting-texts"
import { personTexts } from "./texts/person-texts"
import { rowTexts } from "./texts/row-texts"
import { countWords, wordsOfSources } from "./vocabulary"
import { writeTexts } from "./write-texts"

const texts = {
  meeting: meetingTexts,
  document: documentTexts,
  comment: commentTexts,
  person: personTexts,
  consultation: compendiumTexts,
  row: rowTexts,
  edition: editionTexts,
}

/**
 * Step: what can be found of a record becomes equal to the record as it now stands, however often and
 * by however many it is asked at once. A record that is gone, or may be found no longer, has no rows.
 * What publishes or takes back does it at its end, so that nobody finds the words of before (the counts of
 * words are held from here on, and nothing may be waited for while they are).
 */
export async function writeSource(tx: Transaction, source: string): Promise<void> {
  const known = readSource(source)
  if (!known) throw new Error(`Nothing is known of ${source}`)
  // Whoever comes second reads after the first has committed, so the newest reading stays.
  await holdSource(tx, source)
  const after: SearchText[] = await texts[known.kind](tx, known.id)
  const before = await wordsOfSources(tx, [source])
  await tx.delete(searchTexts).where(eq(searchTexts.source, source))
  await writeTexts(tx, source, after)
  await markEditionTwins(tx, source)
  await countWords(tx, before, await wordsOfSources(tx, [source]))
}
