import type { Reader } from "@/db/client"
import { routing } from "@/lib/platform/locales"
import type { EntryKind } from "./model"
import { type Names, namesOf, openText } from "./open-content"
import { CONTENT_FORM } from "./seal-content"
import { mapWords } from "./strings"

type OtherKind = Exclude<EntryKind, "report">

/** Whether the content of a document, a compendium or an edition has keys in the place of names. */
export function isSealedContent(
  stored: unknown,
): stored is Record<string, unknown> & { names: Record<string, string> } {
  if (typeof stored !== "object" || stored === null || !("form" in stored)) return false
  if (stored.form !== CONTENT_FORM)
    throw new Error(`A record in a form that is not known: ${stored.form}`)
  return true
}

/**
 * The content of a stored document, compendium or edition with its names, as it was published; in the place
 * of an erased name stands a word for that in its language. One that was never sealed is given back as it is.
 */
export function openOther(kind: OtherKind, stored: unknown, names: Names): unknown {
  if (!isSealedContent(stored)) return stored
  const { names: _, form: __, ...content } = stored
  const language = languageOf(content)
  return mapWords(content, (words) => openText(words, names, language), kind)
}

/** Stored versions of a kind with their names, in the order given. One query, whatever their number. */
export async function openOthers(
  reader: Reader,
  kind: OtherKind,
  versions: readonly { id: string; content: unknown }[],
): Promise<unknown[]> {
  const sealed = versions.filter(({ content }) => isSealedContent(content))
  const names = await namesOf(
    reader,
    sealed.map(({ id }) => id),
  )
  return versions.map(({ id, content }) => openOther(kind, content, names.get(id) ?? new Map()))
}

/** The language of a document; compendia and editions speak the portal's own. */
export function languageOf(content: Record<string, unknown>): string {
  const document = content.document as { language?: unknown } | undefined
  return typeof document?.language === "string" ? document.language : routing.defaultLocale
}
