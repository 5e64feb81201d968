import type { Transaction } from "@/db/client"
import { record } from "@/lib/activity/record"
import { contributorsSince } from "@/lib/live/contributors"
import { readAuthorship } from "@/lib/live/read-authorship"
import type { StoredState } from "@/lib/live/stored"
import { readAuthors } from "@/lib/live/writers"
import { canonical } from "@/lib/minutes/canonical"
import type { Actor } from "@/lib/platform/actor"
import { addRevision } from "../add-revision"
import type { Revision } from "../find-revision"
import type { HeldDocument } from "../hold"
import { documentText } from "../input"
import { sharedText } from "./kind"
import { readText } from "./read-text"

const together: Actor = { kind: "system", command: "live texts" }

/**
 * Step: what was written together since the current revision becomes one of its own, with everybody who
 * wrote, and is recorded as saved, by nobody in particular: whoever looks at it need not have written.
 * Where nothing changed the current one stands. The caller holds the document and its shared text.
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
  const settled = await addRevision(tx, held, {
    text,
    authorId: null,
    upto: state.last,
    authorship: readAuthorship(state.doc, await readAuthors(tx, shared)),
    contributors: await contributorsSince(tx, shared, upto),
  })
  await record(tx, {
    name: "document.saved",
    actor: together,
    groupId: held.groupId,
    subject: { type: "document", id: held.id },
    data: { title: held.title, revision: settled.number },
  })
  return settled
}
