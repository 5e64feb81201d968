import type { Transaction } from "@/db/client"
import { contributorsSince } from "@/lib/live/contributors"
import { readAuthorship } from "@/lib/live/read-authorship"
import type { StoredState } from "@/lib/live/stored"
import { readAuthors } from "@/lib/live/writers"
import { canonical } from "@/lib/minutes/canonical"
import { addRevision } from "../add-revision"
import type { Revision } from "../find-revision"
import type { HeldDocument } from "../hold"
import { documentText } from "../input"
import { sharedText } from "./kind"
import { readText } from "./read-text"

/**
 * Step: what was written together since the current revision becomes one of its own, with everybody who
 * wrote. Where nothing changed the current one stands. The caller holds the document and its shared text.
 */
export async function settleText(
  tx: Transaction,
  held: HeldDocument,
  current: Revision,
  state: StoredState,
): Promise<Revision> {
  const upto = current.upto ?? 0
  if (state.last <= upto) return current
  const text = documentText.parse(readText(state.doc))
  if (canonical(text) === canonical(current.text)) return current
  const shared = sharedText(held.id)
  return addRevision(tx, held, {
    text,
    authorId: null,
    upto: state.last,
    authorship: readAuthorship(state.doc, await readAuthors(tx, shared)),
    contributors: await contributorsSince(tx, shared, upto),
  })
}
