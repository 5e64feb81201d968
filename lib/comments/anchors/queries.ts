import { and, asc, eq } from "drizzle-orm"
import { threads } from "@/db/schema/threads"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import type { TextRef } from "../model"
import { getText } from "../queries"
import { ofText } from "../thread-row"
import { passageColumns } from "./passage-columns"

/** A passage of a text that an open thread is about, as a page marks it. Ends are base64. */
export type CommentedPassage = {
  /** Of the thread. */
  id: string
  /** The fragment of the shared document. */
  place: string
  start: string | null
  end: string | null
  quote: string
  before: string
  after: string
}

/** The passages of a text on which a thread is open. Refuses as `authorize` does. */
export async function listPassages(actor: Actor, text: TextRef): Promise<CommentedPassage[]> {
  await getText(actor, text)
  const rows = await database()
    .select(passageColumns)
    .from(threads)
    .where(and(ofText(text), eq(threads.about, "passage"), eq(threads.state, "open")))
    .orderBy(asc(threads.createdAt))
  const base64 = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString("base64")
  return rows.flatMap(({ place, start, end, ...row }) =>
    place === null ? [] : [{ ...row, place, start: base64(start), end: base64(end) }],
  )
}
