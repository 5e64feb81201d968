import type { Transaction } from "@/db/client"
import { longEnough, squeezed } from "@/lib/comments/anchors/find-quote"
import { keepPlaces } from "@/lib/comments/anchors/keep-places"
import type { Passages } from "@/lib/comments/anchors/passages"
import type { LiveText } from "./kind"
import { textRef } from "./text-ref"

type Kept = {
  /** Whether the document of the passages is the one in which everybody writes. */
  isShared?: boolean
  /** What the sections of the text are called, where that is known without the document. */
  titles?: (() => ReadonlyMap<string, string>) | undefined
} & Pick<Parameters<typeof keepPlaces>[3], "ids" | "isAhead">

/** Step: writes where the threads on a text stand now that the document of `passages` was changed. */
export async function keepTextPlaces(
  tx: Transaction,
  text: LiveText,
  passages: Passages,
  { isShared = true, titles, ...only }: Kept = {},
): Promise<void> {
  const { sections, untitled, end } = text.kind
  let standing: ReadonlyMap<string, string> | null = null
  // The text is looked through only where somebody commented on a section.
  const sectionWords = (id: string, was: string) => {
    standing ??= titles?.() ?? sections?.(passages.doc) ?? null
    if (!standing) return passages.flat(id).text.trim() === "" ? null : ""
    const called = standing.get(id)
    if (called !== undefined) return called
    if (id !== untitled) return null
    // What only got a heading of its own is not gone: its first words still stand.
    const words = squeezed(was.replace("…", ""))
    const isSaid = words.length >= longEnough && squeezed(passages.flat(end).text).includes(words)
    return isSaid ? "" : null
  }
  await keepPlaces(tx, textRef(text), passages, { ...only, isShared, sectionWords })
}
