import type { Database } from "@/db/client"
import { arrangeConsultation, arrangeDocument } from "@/db/factories/consultations"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup } from "@/db/factories/people"
import { compendia } from "@/db/schema/consultations"
import { documentPublications, documentVersions } from "@/db/schema/documents"
import { archivePublications, reports } from "@/db/schema/reports"
import { reviews } from "@/db/schema/reviews"
import { exampleReport } from "@/lib/reports/example"
import type { ReportContent } from "@/lib/reports/model"

const by = { name: "Tomas Okwuosa", capacity: "Co-chair" }

/** Signs that mean something in XML, and letters of three scripts. */
export const awkward = 'Plans & <"aims">, ünïcode: Ελλάδα, السلام'

/**
 * A group with something of everything that is public on 2022-04-01: two versions of meeting 33, a
 * report taken back, three from the archive, a call to come, a document, two consultations, a review;
 * and a draft of each that is not.
 */
export async function arrangeRecord(owner: Database) {
  const group = await makeGroup(owner, { name: `Working Group on ${awkward}` })
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const groupId = group.id
  const meeting = (number: number | null, startsAt: string, more = {}) =>
    arrangeMeeting(owner, {
      groupId,
      number,
      startsAt: new Date(startsAt),
      minutes: 60,
      joinLink: "https://secret.example.org/join",
      ...more,
    })
  const publish = async (
    of: { id: string; number: number | null },
    changes: Partial<ReportContent>,
    archivePublicationId: string | null = null,
  ) => {
    const facts = exampleReport().meeting
    const content = exampleReport({
      ...changes,
      meeting: { ...facts, number: of.number ?? 1, title: awkward },
    })
    const [row] = await owner
      .insert(reports)
      .values({
        groupId,
        meetingId: of.id,
        number: of.number ?? 1,
        version: content.version,
        content,
        sha256: "ab".repeat(32),
        minutesRevision: 1,
        publishedAt: new Date(content.publishedAt),
        publishedBy: chair.personId,
        archivePublicationId,
      })
      .returning()
    if (!row) throw new Error("A report was not written")
    return row.id
  }
  const done = await meeting(33, "2022-03-03T13:00:00Z")
  await publish(done, {})
  const newest = await publish(done, {
    version: 2,
    publishedAt: "2022-03-11T10:00:00Z",
    correction: { corrects: 1, reason: "A date was wrong.", by, touches: [] },
  })
  const gone = await meeting(32, "2022-02-17T13:00:00Z")
  await publish(gone, { publishedAt: "2022-02-20T10:00:00Z" })
  await publish(gone, {
    version: 2,
    publishedAt: "2022-03-20T10:00:00Z",
    sections: [],
    withdrawal: { reason: "It was another group's.", by },
  })
  const at = { groupId, publishedBy: chair.personId, publishedAt: new Date("2022-01-05T10:00:00Z") }
  const [batch] = await owner.insert(archivePublications).values(at).returning()
  for (const number of [3, 4, 5]) {
    const old = await meeting(number, `2020-0${number}-01T13:00:00Z`, { fromArchive: true })
    const changes = { provenance: "archive" as const, publishedAt: "2022-01-05T10:00:00Z" }
    await publish(old, changes, batch?.id ?? null)
  }
  await meeting(34, "2022-04-07T13:00:00Z", { title: "Call to come" })
  await meeting(31, "2022-02-01T13:00:00Z", { title: "Held, not reported on" })
  await meeting(6, "2020-06-01T13:00:00Z", { fromArchive: true, title: "Secret draft" })
  await meeting(null, "2022-05-01T13:00:00Z", { title: "Secret draft" })

  await writeDocument(owner, group, chair.personId)
  const asked = {
    groupId,
    askedBy: chair.personId,
    opensAt: new Date("2022-02-01T00:00:00Z"),
    closesAt: new Date("2022-03-01T00:00:00Z"),
  }
  const old = await arrangeConsultation(owner, {
    ...{ ...asked, slug: "old-plan", title: "The old plan", audience: "anyone" },
  })
  await owner.insert(compendia).values({
    consultationId: old.id,
    version: 1,
    content: compendiumOf(group, old.title),
    sha256: "cd".repeat(32),
    publishedBy: chair.personId,
    publishedAt: new Date("2022-03-05T10:00:00Z"),
  })
  await arrangeConsultation(owner, {
    ...{ ...asked, slug: "plan", title: "The plan", audience: "anyone" },
    opensAt: new Date("2022-03-25T00:00:00Z"),
    closesAt: new Date("2022-04-20T00:00:00Z"),
  })
  const inside = await arrangeConsultation(owner, { ...asked, title: "Secret question" })
  await owner.insert(reviews).values({
    groupId,
    meetingId: done.id,
    consultationId: inside.id,
    revision: 1,
    version: 1,
    openedBy: chair.personId,
    openedAt: new Date("2022-03-03T16:00:00Z"),
    endedAt: new Date("2022-03-04T08:00:00Z"),
    end: "published",
  })
  return { group, chair, newest }
}

async function writeDocument(
  owner: Database,
  group: { id: string; slug: string; shortName: string; name: string },
  personId: string,
) {
  const { id, slug } = await arrangeDocument(owner, { groupId: group.id, title: "Charter" })
  const document = { slug, title: "Charter", kind: "charter", language: "en" }
  const madeAt = "2022-02-10T10:00:00Z"
  const content = {
    schema: 1,
    group: { slug: group.slug, shortName: group.shortName, name: group.name },
    document,
    version: { number: 1, name: "First", note: "What was agreed.", madeAt },
    text: {
      schema: 2,
      content: [{ type: "paragraph", content: [{ type: "text", text: "Aims." }] }],
    },
  }
  const [version] = await owner
    .insert(documentVersions)
    .values({
      documentId: id,
      number: 1,
      name: "First",
      revision: 1,
      content,
      sha256: "ef".repeat(32),
      madeBy: personId,
      madeAt: new Date(madeAt),
    })
    .returning()
  await owner.insert(documentPublications).values({
    versionId: version?.id ?? "",
    publishedBy: personId,
    publishedAt: new Date("2022-02-12T10:00:00Z"),
  })
}

function compendiumOf(group: { slug: string; shortName: string; name: string }, title: string) {
  return {
    schema: 1,
    version: 1,
    publishedAt: "2022-03-05T10:00:00Z",
    group: { slug: group.slug, shortName: group.shortName, name: group.name },
    consultation: {
      ...{ slug: "old-plan", title, question: "What is missing?", audience: "anyone" },
      askedBy: "Tomas Okwuosa",
      opensAt: "2022-02-01T00:00:00Z",
      closesAt: "2022-03-01T00:00:00Z",
    },
    texts: [{ kind: "document", title: "Plan", number: null, revision: 1 }],
    entries: [
      {
        ...{ number: 1, text: "Plan", section: "Aims", quote: "", lost: false },
        ...{ disposition: "accepted", reason: "Agreed." },
        comments: [
          {
            by: { named: false, stakeholderGroup: null },
            at: "2022-02-02T00:00:00Z",
            late: false,
            words: "More **harbours**.",
            proposal: null,
          },
        ],
      },
    ],
  }
}
