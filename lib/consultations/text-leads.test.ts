import { randomUUID } from "node:crypto"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { arrangeConsultation, arrangeGuest } from "@/db/factories/open-consultation"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { reports } from "@/db/schema/reports"
import { hrefOf, type Reference } from "@/lib/documents/links"
import { makeVersion } from "@/lib/documents/make-version"
import type { DocumentText } from "@/lib/documents/model"
import { publishVersion } from "@/lib/documents/publish-version"
import { getVersion } from "@/lib/documents/version-queries"
import { beginDocument } from "@/lib/documents/write-document"
import { transaction } from "@/lib/platform/database"
import { hashOf } from "@/lib/platform/secrets"
import { exampleReport } from "@/lib/reports/example"
import { getDeskTexts } from "./desk-texts"
import { guestOfLink, guestToken } from "./guest-link"
import { getConsultationForGuest } from "./guest-queries"

const { owner } = await testDatabase()
let group: { id: string; slug: string }
let chair: SignedIn
beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
})

const linking = (references: readonly Reference[]): DocumentText => ({
  schema: 2,
  content: references.map((reference) => ({
    type: "paragraph",
    content: [
      {
        type: "text",
        text: "there",
        marks: [{ type: "link", attrs: { href: hrefOf(reference) } }],
      },
    ],
  })),
})
const begin = (title: string, text: DocumentText) =>
  transaction((tx) => beginDocument(tx, { groupId: group.id, title, text, authorId: null }))
const publish = async (documentId: string) => {
  await makeVersion(chair, { documentId, revision: 1, name: "First", note: "" })
  const { id } = await getVersion(chair, { groupId: group.id, documentId }, 1)
  await publishVersion(chair, { versionId: id })
}
const meeting = async (number: number) =>
  (await arrangeMeeting(owner, { groupId: group.id, number })).id

test("links of an open text lead members to the desk, and guests to what is published alone", async () => {
  const [told, untold] = [await meeting(33), await meeting(34)]
  await owner.insert(reports).values({
    ...{ groupId: group.id, meetingId: told, number: 33, version: 1, minutesRevision: 1 },
    ...{ content: exampleReport(), sha256: "0".repeat(64) },
    ...{ publishedAt: new Date(), publishedBy: chair.personId },
  })
  const empty: DocumentText = { schema: 2, content: [] }
  const [open, inward] = [await begin("Open", empty), await begin("Inward", empty)]
  await publish(open.id)
  const foreign = await arrangeMeeting(owner, { groupId: (await makeGroup(owner)).id, number: 1 })
  const references: Reference[] = [
    { to: "meeting", meetingId: told },
    { to: "meeting", meetingId: untold },
    { to: "decision", meetingId: untold, blockId: randomUUID() },
    { to: "document", documentId: open.id },
    { to: "document", documentId: inward.id },
    { to: "meeting", meetingId: foreign.id },
    { to: "missing", label: "annex" },
  ]
  const charter = await begin("Charter", linking(references))
  const consultation = await arrangeConsultation(owner, {
    ...{ groupId: group.id, askedBy: chair.personId, documentId: charter.id },
  })
  const leadsOf = (texts: readonly { leads: Readonly<Record<string, string | null>> }[]) =>
    references.map((reference) => texts[0]?.leads[hrefOf(reference)])

  const { texts } = await getDeskTexts(chair, consultation.id, "fr")
  const desk = `/fr/desk/${group.slug}`
  expect(leadsOf(texts)).toEqual([
    `${desk}/meetings/${told}`,
    `${desk}/meetings/${untold}`,
    `${desk}/meetings/${untold}/minutes`,
    `${desk}/documents/open`,
    `${desk}/documents/inward`,
    null,
    null,
  ])

  const id = randomUUID()
  const token = guestToken(id)
  await arrangeGuest(owner, {
    ...{ id, consultationId: consultation.id, tokenHash: hashOf(token), confirmedAt: new Date() },
  })
  const at = { group: group.slug, consultation: consultation.slug }
  const seen = await getConsultationForGuest(await guestOfLink(token), token, at)
  expect(leadsOf(seen.texts)).toEqual([
    `/${group.slug}/meetings/33`,
    null,
    null,
    `/${group.slug}/documents/open`,
    null,
    null,
    null,
  ])
  expect(JSON.stringify(seen.texts)).not.toContain("/desk/")
})
