import { and, inArray, or, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { commentDrafts, comments } from "@/db/schema/comments"
import { threads } from "@/db/schema/threads"
import { draftsOf } from "./forget-draft"
import { editKey, type TextRef, type TypedDraft, textIdOf } from "./model"
import { ofText } from "./thread-row"
import { isOwn, type Viewer } from "./viewer"

/**
 * What the viewer typed and has not sent, by key: under these keys, for new threads on the text, and as
 * other words for comments of theirs on it, also where these take none any more.
 */
export async function readDrafts(
  reader: Reader,
  text: TextRef,
  viewer: Viewer,
  keys: readonly string[],
): Promise<Record<string, TypedDraft>> {
  const { author } = viewer
  if (author === null) return {}
  const isOfText = sql`starts_with(${commentDrafts.key}, ${`${textIdOf(text)}:`})`
  const isEdit = sql`${commentDrafts.key} in (select ${editKey("")} || ${comments.id}::text from ${comments}
    join ${threads} on ${threads.id} = ${comments.threadId} where ${and(ofText(text), isOwn(viewer))})`
  const rows = await reader
    .select()
    .from(commentDrafts)
    .where(and(draftsOf(author), or(inArray(commentDrafts.key, [...keys]), isOfText, isEdit)))
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
