import type { Transaction } from "@/db/client"
import { keepPlaces } from "@/lib/comments/anchors/keep-places"
import type { Passages } from "@/lib/comments/anchors/passages"
import type { LiveText } from "./kind"
import { textRef } from "./text-ref"

/**
 * Step: writes where the threads on a text stand now that the document of `passages` was changed.
 * `isShared` says whether that is the one in which everybody writes.
 */
export async function keepTextPlaces(
  tx: Transaction,
  text: LiveText,
  passages: Passages,
  isShared = true,
): Promise<void> {
  const { sections } = text.kind
  let standing: ReadonlySet<string> | null = null
  // The text is looked through only where somebody commented on a section.
  const hasSection = (id: string) => {
    standing ??= sections?.(passages.doc) ?? null
    return standing ? standing.has(id) : passages.flat(id).text.trim() !== ""
  }
  await keepPlaces(tx, textRef(text), passages, { isShared, hasSection })
}
