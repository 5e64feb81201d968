import { type SQL, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { compendia, consultations } from "@/db/schema/consultations"
import { keptName } from "@/lib/people/kept"
import { routing } from "@/lib/platform/locales"
import { openTexts } from "@/lib/record/open-content"

const newest = (what: SQL) => sql<string | null>`(select ${what} from ${compendia}
  where ${compendia.consultationId} = ${consultations.id} order by ${compendia.version} desc limit 1)`

/** What the newest compendium says of its consultation; null before the first. */
const inCompendium = (field: "title" | "question" | "askedBy") =>
  newest(sql`${compendia.content} #>> ${`{consultation,${field}}`}`)

/**
 * In a query of consultations: what each is called in public. Where there is a compendium, as it says: that
 * one names nobody who asked for it or was erased, which title and question of the row may. To be opened.
 */
export const publicTitle = {
  compendiumId: newest(sql`${compendia.id}`),
  title: sql<string>`coalesce(${inCompendium("title")}, ${consultations.title})`,
}

/** The same with what is asked and by whom; `people` are joined by `asked_by`. */
export const publicWords = {
  ...publicTitle,
  question: sql<string>`coalesce(${inCompendium("question")}, ${consultations.question})`,
  askedBy: sql<string>`coalesce(${inCompendium("askedBy")}, ${keptName})`,
}

type Words = { compendiumId: string | null; title: string; question?: string; askedBy?: string }

/** Rows of `publicTitle` or `publicWords` with the names of the compendium in their place. */
export async function openPublicWords<Row extends Words>(
  reader: Reader,
  rows: readonly Row[],
): Promise<Row[]> {
  return openTexts(
    reader,
    rows,
    ({ compendiumId }) => ({ id: compendiumId, language: routing.defaultLocale }),
    ({ title, question = "", askedBy = "" }) => [title, question, askedBy],
    (row, open) => ({
      ...row,
      title: open(row.title),
      ...(row.question !== undefined && { question: open(row.question) }),
      ...(row.askedBy !== undefined && { askedBy: open(row.askedBy) }),
    }),
  )
}
