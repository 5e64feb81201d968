import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { arrangeGuest } from "@/db/factories/open-consultation"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { threads } from "@/db/schema/threads"
import { listPassages } from "@/lib/comments/anchors/queries"
import { findCompendium } from "@/lib/compendia/public-queries"
import { publishCompendium } from "@/lib/compendia/publish"
import { line, textOf } from "@/lib/documents/arbitrary-text"
import { editableText } from "@/lib/documents/editable"
import { PART } from "@/lib/documents/live/form"
import type { DocumentBlock } from "@/lib/documents/model"
import { savePlainDocument } from "@/lib/documents/save-plain"
import { setClock } from "@/lib/platform/clock"
import { hashOf } from "@/lib/platform/secrets"
import { commentAsGuest } from "./comment-as-guest"
import { guestOfLink } from "./guest-link"
import { commentAsGuestInput } from "./input"
import { workThread } from "./worksheet/work-thread"

const { owner } = await testDatabase()
const opensAt = new Date("2027-03-01T09:00:00Z")
const closesAt = new Date("2027-03-15T12:00:00Z")
const during = new Date("2027-03-02T10:00:00Z")
const over = new Date("2027-03-16T10:00:00Z")

let group: { id: string; slug: string }
let chair: SignedIn
let member: SignedIn
beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  member = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "member" } })
  setClock(() => during)
})
afterEach(() => setClock(undefined))

const heading = (words: string): DocumentBlock => ({
  type: "heading",
  attrs: { level: 1, id: randomUUID() },
  content: [{ type: "text", text: words }],
})
const plan = () => [
  heading("Aims"),
  line("The group meets every two weeks."),
  heading("Calendar"),
  line("A call each month."),
  line("Two of them are public."),
]

/** A document about which a guest is asked, with what they and the members do to it. */
async function arrange(content: DocumentBlock[]) {
  const asked = await arrangeConsultation(owner, {
    ...{ groupId: group.id, askedBy: chair.personId, audience: "invited", content },
    ...{ opensAt, closesAt, openedAt: opensAt },
  })
  const { id: consultationId, document } = asked
  const documentId = document.id
  const token = randomUUID()
  await arrangeGuest(owner, { consultationId, tokenHash: hashOf(token), confirmedAt: during })
  const quote = async (words: string, place = "") => {
    const { commentId } = await commentAsGuest(
      await guestOfLink(token),
      commentAsGuestInput.parse({
        ...{ token, consultationTextId: asked.textId, quote: words, place },
        ...{ text: `Why “${words}”?`, submission: randomUUID() },
      }),
    )
    return commentId
  }
  const save = (base: number, ...now: DocumentBlock[]) =>
    savePlainDocument(member, { documentId, base, text: editableText(textOf(...now)) })
  return { ...asked, consultationId, documentId, quote, save }
}
type Arranged = Awaited<ReturnType<typeof arrange>>

const threadsOf = ({ documentId }: Arranged) =>
  owner.select().from(threads).where(eq(threads.documentId, documentId)).orderBy(threads.createdAt)

/** The consultation is over, its threads are noted, and its compendium is published. */
async function publish(asked: Arranged) {
  setClock(() => over)
  const { consultationId, slug } = asked
  for (const { id: threadId, revision } of await threadsOf(asked))
    await workThread(chair, {
      ...{ consultationId, threadId, revision, disposition: "noted", reason: "" },
    })
  await publishCompendium(chair, { consultationId, version: 1 })
  return (await findCompendium(group.slug, slug))?.entries ?? []
}

describe("a guest quotes a passage of a document", () => {
  test("and it stands when a member saves the document elsewhere, and in the compendium", async () => {
    const before = plan()
    const asked = await arrange(before)
    await asked.quote("every two weeks")
    // A whole section, with nothing of its own around it.
    await asked.quote("A call each month. Two of them are public.")
    expect(await threadsOf(asked)).toMatchObject([
      { about: "passage", place: PART, quote: "every two weeks" },
      { about: "passage", place: PART },
    ])
    await asked.save(1, ...before, line("The rest is written later."))
    expect((await threadsOf(asked)).map(({ lostAt }) => lostAt)).toEqual([null, null])
    expect(await publish(asked)).toMatchObject([
      { section: "Aims", quote: "every two weeks", lost: false },
      { section: "Calendar", lost: false },
    ])
  })

  test("and its editor marks it; once its words are deleted it is lost, and says so", async () => {
    const before = plan()
    const asked = await arrange(before)
    await asked.quote("every two weeks")
    const on = { kind: "document", documentId: asked.documentId } as const
    expect(await listPassages(member, on)).toMatchObject([{ place: PART }])
    await asked.save(1, ...before.map((block, at) => (at === 1 ? line("It never meets.") : block)))
    expect(await threadsOf(asked)).toMatchObject([{ lostAt: expect.any(Date) }])
    expect(await publish(asked)).toMatchObject([{ quote: "every two weeks", lost: true }])
  })
})
