import { and, eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { connect } from "@/db/client"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { minutesBlocks } from "@/db/schema/live-minutes"
import { memberships } from "@/db/schema/members"
import { minutes } from "@/db/schema/minutes"
import { publicChannel } from "@/lib/activity/record"
import { changeStatus } from "./change-status"
import { editDocument } from "./edit"
import { getDocument, listDocuments, listOtherDocuments } from "./queries"
import { startDocument } from "./start"
import type { DocumentStatus } from "./status"

const { owner, appUrl } = await testDatabase()
let group: { id: string; slug: string }
let chair: SignedIn
let member: SignedIn
let other: SignedIn
beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  member = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "member" } })
  other = await makeActor(owner, { name: "Samir Koskela", roles: { [group.id]: "member" } })
})

const facts = {
  title: "Charter",
  kind: "charter",
  language: "en",
  responsibleId: null as string | null,
  origin: null as { meetingId: string; blockId: string | null } | null,
} as const
type Given = Partial<Parameters<typeof startDocument>[1]>
const start = (given: Given = {}, actor = member) =>
  startDocument(actor, { groupId: group.id, ...facts, ...given })
const read = (slug = "charter", actor = member) => getDocument(actor, group.slug, slug)
const edit = async (given: Partial<Parameters<typeof editDocument>[1]>, actor = chair) => {
  const { id, facts: now } = await read()
  return editDocument(actor, { documentId: id, revision: now.revision, ...facts, ...given })
}
const happened = async () =>
  (await owner.select().from(events).where(eq(events.groupId, group.id)).orderBy(events.id)).map(
    ({ name, data }) => ({ name, data }),
  )

async function arrangeDecision() {
  const { id: meetingId } = await arrangeMeeting(owner, { groupId: group.id, number: 33 })
  await owner.insert(minutes).values({ meetingId, revision: 1 })
  const blockId = crypto.randomUUID()
  await owner.insert(minutesBlocks).values({
    ...{ meetingId, id: blockId, kind: "decision", sectionId: "opening", position: 0 },
    words: "The group writes a charter.",
    content: {},
  })
  return { meetingId, blockId }
}

describe("a document is begun", () => {
  test("by a member, with what is said of it, its origin and the headings of its kind", async () => {
    const origin = await arrangeDecision()
    const begun = await start({ responsibleId: other.personId, origin, template: "on" })
    expect(begun).toEqual({ group: group.slug, document: "charter" })
    const document = await read()
    expect(document).toMatchObject({ kind: "charter", status: "draft", revision: 1 })
    expect(document.facts).toMatchObject({
      responsible: { name: "Samir Koskela" },
      origin: { number: 33, words: "The group writes a charter." },
      revision: 1,
    })
    const words = document.text.content.flatMap((block) =>
      block.type === "heading" ? block.content : [],
    )
    expect(words[0]).toMatchObject({ text: "Purpose" })
    expect(await happened()).toEqual([
      { name: "document.added", data: { title: "Charter", slug: "charter" } },
    ])
  })

  test("in its own language, and an action plan with the columns of the group", async () => {
    await start({ kind: "action-plan", language: "fr", title: "Plan", template: "on" })
    const table = (await read("plan")).text.content.find(({ type }) => type === "table")
    const [head] = table?.type === "table" ? table.content : []
    const columns = head?.content.map(({ content }) => {
      const [line] = content
      return line?.type === "paragraph" ? line.content?.[0] : null
    })
    expect(columns).toHaveLength(6)
    expect(columns?.[1]).toMatchObject({ text: "Objectif" })
  })

  test("not by an outsider, and not under somebody or something of another group", async () => {
    const outsider = await makeActor(owner)
    await expect(start({}, outsider)).rejects.toMatchObject({ code: "not_found" })
    const elsewhere = await makeGroup(owner)
    const { id: meetingId } = await arrangeMeeting(owner, { groupId: elsewhere.id, number: 1 })
    await expect(
      start({ responsibleId: outsider.personId, origin: { meetingId, blockId: null } }),
    ).rejects.toMatchObject({
      fields: { responsibleId: "documents.notMember", origin: "documents.noOrigin" },
    })
    expect(await listDocuments(member, group.slug)).toEqual([])
  })
})

describe("what is said of it", () => {
  test("is changed by whoever is responsible, and by nobody else of the members", async () => {
    await start({ responsibleId: other.personId })
    await expect(edit({ title: "Rules" }, member)).rejects.toMatchObject({ code: "forbidden" })
    await edit({ title: "Rules", responsibleId: other.personId }, other)
    const { title, slug, facts: now } = await read()
    expect({ title, slug, revision: now.revision }).toEqual({
      title: "Rules",
      slug: "charter",
      revision: 2,
    })
    expect((await happened()).at(-1)).toEqual({
      name: "document.edited",
      data: { title: "Rules", fields: ["title"] },
    })
  })

  test("is not overwritten from a form that is not up to date: it shows what others saved", async () => {
    await start()
    const { id } = await read()
    await edit({ title: "Rules of the group" })
    const late = editDocument(chair, { documentId: id, revision: 1, ...facts, title: "Mine" })
    await expect(late).rejects.toMatchObject({
      code: "conflict",
      key: "documents.staleFacts",
      data: { title: "Rules of the group", revision: 2 },
    })
    expect((await read()).title).toBe("Rules of the group")
  })

  test("tells public pages of another title, and of nothing else: consultations call it by that", async () => {
    await start()
    const told: string[] = []
    const listener = connect(appUrl, { max: 1 })
    await listener.sql.listen(publicChannel, (slug) => told.push(slug))
    await edit({ kind: "letter" })
    await edit({ kind: "letter", title: "Rules" })
    await expect.poll(() => told.length).toBeGreaterThan(0)
    await listener.end()
    expect(told).toEqual([group.slug])
  })

  test("saved as it stands leaves no trace", async () => {
    await start()
    await edit({})
    expect((await read()).facts.revision).toBe(1)
    expect(await happened()).toHaveLength(1)
  })

  test("keeps a responsible person who has left since, and takes no other who is no member", async () => {
    await start({ responsibleId: other.personId })
    await owner
      .update(memberships)
      .set({ until: new Date() })
      .where(eq(memberships.personId, other.personId))
    await edit({ responsibleId: other.personId, kind: "other" })
    expect((await read()).facts).toMatchObject({
      kind: "other",
      responsible: { id: other.personId },
    })
    const gone = await makeActor(owner)
    await expect(edit({ responsibleId: gone.personId })).rejects.toMatchObject({
      fields: { responsibleId: "documents.notMember" },
    })
  })
})

describe("its status", () => {
  const move = async (to: DocumentStatus, actor = chair, supersededBy: string | null = null) => {
    const { id, status: from } = await read()
    return changeStatus(actor, { documentId: id, from, to, supersededBy })
  }

  test("goes the legal ways alone", async () => {
    await start()
    await move("open")
    await move("agreed")
    await expect(move("open")).rejects.toMatchObject({ code: "conflict", key: "documents.noMove" })
    await move("sent")
    expect((await read()).status).toBe("sent")
    expect((await happened()).at(-1)?.data).toEqual({
      title: "Charter",
      status: "sent",
      before: "agreed",
    })
  })

  test("is moved once when two move it at the same moment", async () => {
    await start()
    const { id } = await read()
    const once = { documentId: id, from: "draft", to: "open", supersededBy: null } as const
    const moves = await Promise.allSettled([changeStatus(chair, once), changeStatus(chair, once)])
    expect(moves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  })

  test("superseded names the document that took its place, of the same group and not itself", async () => {
    await start()
    await start({ title: "New charter" })
    await move("agreed")
    const { id } = await read()
    await expect(move("superseded", chair, id)).rejects.toMatchObject({
      fields: { supersededBy: "documents.successor" },
    })
    const [successor] = await listOtherDocuments(member, group.id, id)
    await move("superseded", chair, successor?.id)
    expect((await read()).supersededBy).toMatchObject({ slug: "new-charter" })
  })

  test("is not for members who do not hold it", async () => {
    await start()
    await expect(move("open", member)).rejects.toMatchObject({ code: "forbidden" })
    expect(
      await owner
        .select()
        .from(events)
        .where(and(eq(events.groupId, group.id), eq(events.name, "document.statusChanged"))),
    ).toEqual([])
  })
})
