import type { Transaction } from "@/db/client"
import { sha256Of } from "./canonical"
import { knownNames } from "./known-names"
import type { EntryKind } from "./model"
import { type Mentioned, namedIn, type SealedName, sealerFor } from "./seal"

/**
 * The canonical form of a document, a compendium or an edition: 2 has keys in the place of names, and in
 * `names` a commitment to each. The first form, of earlier releases, is the content as it is, without `form`.
 */
export const CONTENT_FORM = 2

/** A version as it is stored, the names that were taken out of it, and the columns beside it in the same keys. */
export type SealedContent<Beside extends Record<string, string>> = {
  content: Record<string, unknown>
  sha256: string
  beside: Beside
  names: SealedName[]
}

/**
 * Step: a version of what is no report without its names. `mentioned` are those whom its text
 * mentioned (mentions are words alone in it), `there` the ids of those who took part, for names that several people
 * bear; `beside` are texts of its columns, which repeat the content. Nothing is written.
 */
export async function sealContent<Beside extends Record<string, string>>(
  tx: Transaction,
  kind: Exclude<EntryKind, "report">,
  content: object,
  {
    mentioned = [],
    there = [],
    beside,
  }: { mentioned?: readonly Mentioned[]; there?: readonly string[]; beside: Beside },
): Promise<SealedContent<Beside>> {
  const labels = mentioned.map(({ label }) => label).filter(Boolean)
  const known = await knownNames(tx, new Set(there), [...new Set([...labels, ...namedIn(content)])])
  const ids = new Map(mentioned.map(({ label, personId }) => [label, personId]))
  const personOf = (name: string) => ids.get(name) ?? known.personOf(name)
  const sealer = sealerFor(content, { ...known, personOf }, kind)
  const words = sealer.seal(content)
  const columns = sealer.seal(beside)
  const names = sealer.names()
  const sealed = {
    ...words,
    form: CONTENT_FORM,
    names: Object.fromEntries(names.map(({ key, commitment }) => [key, commitment])),
  }
  return { content: sealed, sha256: sha256Of(sealed), beside: columns, names }
}
