import { desc, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { compendia, consultations } from "@/db/schema/consultations"
import { openCompendium } from "@/lib/compendia/open"
import { usualLanguage } from "@/lib/reports/usual-language"
import type { SearchText } from "../model"
import { textLanguage } from "../model"
import { passagesOf } from "../nodes"
import { commentLines } from "./comment-lines"

/** What everybody can find of a consultation: the newest compendium, each thread with what became of it. */
export async function compendiumTexts(
  reader: Reader,
  consultationId: string,
): Promise<SearchText[]> {
  const [row] = await reader
    .select({ id: compendia.id, content: compendia.content, groupId: consultations.groupId })
    .from(compendia)
    .innerJoin(consultations, eq(consultations.id, compendia.consultationId))
    .where(eq(compendia.consultationId, consultationId))
    .orderBy(desc(compendia.version))
    .limit(1)
  if (!row) return []
  const { group, consultation, publishedAt, entries } = await openCompendium(reader, row)
  const language = textLanguage(await usualLanguage(reader, row.groupId))
  const path = `/${group.slug}/consultations/${consultation.slug}/compendium`
  return entries.flatMap(({ number, quote, reason, comments }) => {
    const said = comments.flatMap(({ words, proposal }) => [...commentLines(words), proposal ?? ""])
    return passagesOf([quote, ...said, reason]).map(
      (words): SearchText => ({
        groupId: row.groupId,
        kind: "comment",
        reach: "public",
        href: `${path}#c${number}`,
        title: consultation.title,
        words,
        names: comments.flatMap(({ by }) => (by.named ? [by.name] : [])),
        also: "",
        number: null,
        language,
        day: publishedAt.slice(0, 10),
        area: null,
      }),
    )
  })
}
