import { eq } from "drizzle-orm"
import type { Doc } from "yjs"
import type { Transaction } from "@/db/client"
import { documentRevisions, documents } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { Passages } from "@/lib/comments/anchors/passages"
import { keepLinks } from "@/lib/links/keep"
import { changeState } from "@/lib/live/change"
import { keepTextPlaces } from "@/lib/live/keep-places"
import { notFound } from "@/lib/platform/errors"
import { addRevision } from "./add-revision"
import type { GivenFacts } from "./check-facts"
import type { DocumentKind } from "./facts"
import type { HeldText } from "./hold-text"
import { documentText } from "./input"
import { sharedText } from "./live/kind"
import { sharedOf, writeText } from "./live/write-text"
import { type DocumentText, freeSlug, slugOf } from "./model"
import { speaksOf } from "./speaks-of"

export type NewDocument = {
  groupId: string
  title: string
  text: DocumentText
  authorId: string | null
  kind?: DocumentKind
  language?: string
  responsibleId?: string | null
  origin?: GivenFacts["origin"]
  /** The edition of a mapping whose rows it is made of. */
  editionId?: string
}

/** What stands beside the documents of a group on its desk; no document may have such an address. */
const pagesBeside = ["new", "missing"]

/**
 * Step: a new document of a group with its first revision. Its address is made of its title, and is
 * its own: two that are added at once wait for each other.
 */
export async function beginDocument(
  tx: Transaction,
  given: NewDocument,
): Promise<{ id: string; slug: string; groupSlug: string }> {
  const { groupId, title, authorId, kind, language, responsibleId, origin } = given
  const text = documentText.parse(given.text)
  const [group] = await tx
    .select({ slug: groups.slug })
    .from(groups)
    .where(eq(groups.id, groupId))
    .for("update")
  if (!group) throw notFound()
  const others = await tx
    .select({ slug: documents.slug })
    .from(documents)
    .where(eq(documents.groupId, groupId))
  const slug = freeSlug(
    slugOf(title),
    new Set([...pagesBeside, ...others.map((other) => other.slug)]),
  )
  const [document] = await tx
    .insert(documents)
    .values({
      ...{ groupId, slug, title, kind, language, responsibleId },
      originMeetingId: origin?.meetingId ?? null,
      originBlockId: origin?.blockId ?? null,
      originEditionId: given.editionId ?? null,
      revision: 1,
      createdBy: authorId,
    })
    .returning({ id: documents.id })
  if (!document) throw new Error("A document was not written")
  await tx.insert(documentRevisions).values({ documentId: document.id, number: 1, text, authorId })
  await keepLinks(tx, { groupId, documentId: document.id }, speaksOf(text))
  return { id: document.id, slug, groupSlug: group.slug }
}

/**
 * Step: makes a text the next revision of a document, and what its shared text says, where there is
 * one: whoever is writing at this moment sees it, and what they are typing stays. The caller holds the
 * document and its text. Returns the number.
 */
export async function changeDocumentText(
  tx: Transaction,
  held: Pick<HeldText, "id" | "groupId" | "revision" | "state">,
  next: { text: DocumentText; authorId: string | null; note?: string },
): Promise<number> {
  const text = documentText.parse(next.text)
  const { state, id } = held
  const write = (doc: Doc) => writeText(doc, text)
  const shared = state && (await changeState(tx, sharedText(id), state, next.authorId, write))
  const alone = { isShared: false }
  if (!shared) await keepTextPlaces(tx, sharedText(id), new Passages(sharedOf(text)), alone)
  const { number } = await addRevision(tx, held, { ...next, ...shared, text })
  return number
}
