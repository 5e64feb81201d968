import { and, inArray, or, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { commentDrafts } from "@/db/schema/comments"
import { draftsOf } from "./forget-draft"
import { type TextRef, type TypedDraft, textIdOf } from "./model"
import type { Viewer } from "./viewer"

/** What the viewer typed and has not sent, under these keys and for new threads on the text, by key. */
export async function readDrafts(
  reader: Reader,
  text: TextRef,
  { author }: Viewer,
  keys: readonly string[],
): Promise<Record<string, TypedDraft>> {
  if (author === null) return {}
  const isOfText = sql`starts_with(${commentDrafts.key}, ${`${textIdOf(text)}:`})`
  const rows = await reader
    .select()
    .from(commentDrafts)
    .where(and(draftsOf(author), or(inArray(commentDrafts.key, [...keys]), isOfText)))
  return Object.fromEntries(
    rows.map(({ key, quoteBefore: before, quoteAfter: after, ...row }): [string, TypedDraft] => {
      const { text: words, proposal, unnamed, place, quote } = row
      return [
        key,
        {
          ...{ text: words, proposal: proposal ?? "", unnamed, place },
          quote: quote === null ? null : { quote, before, after },
        },
      ]
    }),
  )
}
