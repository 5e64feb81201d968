import { createHash, randomUUID } from "node:crypto"
import canonicalize from "canonicalize"
import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import {
  arrangeConsultation,
  arrangeDocument,
  arrangeGuest,
} from "@/db/factories/open-consultation"
import { makeActor, makeGroup } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { comments } from "@/db/schema/comments"
import { compendia, consultations } from "@/db/schema/consultations"
import { people } from "@/db/schema/people"
import { threads } from "@/db/schema/threads"
import { beginThread } from "@/lib/comments/begin-thread"
import type { Author, NewComment } from "@/lib/comments/model"
import { getWorksheet } from "@/lib/consultations/worksheet/queries"
import { workThread } from "@/lib/consultations/worksheet/work-thread"
import { transaction } from "@/lib/platform/database"
import { findCompendium } from "./public-queries"
import { publishCompendium } from "./publish"

const { owner } = await testDatabase()

type Scene = Awaited<ReturnType<typeof arrange>>
let scene: Scene
beforeEach(async () => {
  scene = await arrange()
})

const over = { opensAt: new Date("2022-03-01"), closesAt: new Date("2022-03-20") }

async function arrange() {
  const group = await makeGroup(owner)
  const groupId = group.id
  const chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [groupId]: "co-chair" } })
  const member = await makeActor(owner, { name: "Samir Koskela", roles: { [groupId]: "member" } })
  await owner
    .update(people)
    .set({ stakeholderGroup: "government" })
    .where(eq(people.id, member.personId))
  const parts = [{ id: randomUUID(), heading: "Tides", words: "The tables are kept." }]
  const document = await arrangeDocument(owner, { groupId, parts })
  const asked = { groupId, askedBy: chair.personId, documentId: document.id, ...over }
  const consultation = await arrangeConsultation(owner, asked)
  const guest = await arrangeGuest(owner, {
    consultationId: consultation.id,
    name: "Otto Velander",
    organisation: "Pilots' Guild",
    stakeholderGroup: "private-sector",
  })
  const say = (text: string, author: Author, more: Partial<NewComment> = {}) =>
    transaction((tx) =>
      beginThread(tx, {
        groupId,
        text: { kind: "document", documentId: document.id },
        about: "text",
        place: null,
        consultationId: consultation.id,
        author,
        comment: { text, submission: randomUUID(), way: "link", ...more },
      }),
    )
  const named = await say(
    "Add the gauges.",
    { guestId: guest.id },
    { proposal: "tables and gauges" },
  )
  const unnamed = await say(
    "Too short.",
    { personId: member.personId },
    { unnamed: true, late: true },
  )
  return { group, chair, member, consultation, named, unnamed }
}

const decide = (threadId: string, reason = "Added.", revision = 1) =>
  workThread(scene.chair, {
    consultationId: scene.consultation.id,
    threadId,
    revision,
    disposition: "accepted",
    reason,
  })
async function decideAll() {
  await decide(scene.named.threadId)
  await decide(scene.unnamed.threadId, "It is longer now.")
}
const publish = (version = 1, actor = scene.chair) =>
  publishCompendium(actor, { consultationId: scene.consultation.id, version })
const find = (version?: number) =>
  findCompendium(scene.group.slug, scene.consultation.slug, version)

describe("a compendium", () => {
  test("says who said what, what became of it and why, and is there for the public at once", async () => {
    await decideAll()
    await publish()
    const found = await find()
    expect(found?.entries).toMatchObject([
      {
        number: 1,
        text: "Charter",
        disposition: "accepted",
        reason: "Added.",
        comments: [
          {
            by: {
              named: true,
              name: "Otto Velander",
              organisation: "Pilots' Guild",
              stakeholderGroup: "private-sector",
            },
            words: "Add the gauges.",
            proposal: "tables and gauges",
            late: false,
          },
        ],
      },
      {
        number: 2,
        reason: "It is longer now.",
        comments: [{ by: { named: false, stakeholderGroup: "government" }, late: true }],
      },
    ])
    const [event] = await owner
      .select()
      .from(events)
      .where(eq(events.subjectId, scene.consultation.id))
    expect(event).toMatchObject({ name: "compendium.published", data: { version: 1, comments: 2 } })
  })

  test("holds nothing of whoever asked not to be named: no name, no id, no address", async () => {
    await decideAll()
    await publish()
    const [stored] = await owner
      .select()
      .from(compendia)
      .where(eq(compendia.consultationId, scene.consultation.id))
    const whole = JSON.stringify(stored?.content)
    for (const word of ["Samir", "Koskela", scene.member.personId, scene.member.email])
      expect(whole).not.toContain(word)
    expect(whole).not.toMatch(/@/)
  })

  test("says of a hidden comment that and why it was hidden, not its words and not whose they were", async () => {
    await decide(scene.named.threadId)
    await owner
      .update(comments)
      .set({ hiddenAt: new Date(), hiddenBy: scene.chair.personId, hiddenReason: "It insults." })
      .where(eq(comments.id, scene.unnamed.commentId))
    await publish()
    const [, hidden] = (await find())?.entries ?? []
    expect(hidden).toMatchObject({
      ...{ number: 2, disposition: null, reason: "" },
      comments: [{ words: "", proposal: null, hidden: { reason: "It insults." } }],
    })
    await owner
      .update(comments)
      .set({ hiddenAt: new Date(), hiddenBy: scene.chair.personId, hiddenReason: "It is spam." })
      .where(eq(comments.id, scene.named.commentId))
    await publish(2)
    const whole = JSON.stringify(await find(2))
    expect(whole).toContain("It is spam.")
    for (const word of ["Otto Velander", "Pilots", "gauges", "Too short."])
      expect(whole).not.toContain(word)
  })

  test("can be checked by its hash, and is never changed", async () => {
    await decideAll()
    await publish()
    const [stored] = await owner
      .select()
      .from(compendia)
      .where(eq(compendia.consultationId, scene.consultation.id))
    const hash = createHash("sha256").update(canonicalize(stored?.content) ?? "")
    expect(stored?.sha256).toBe(hash.digest("hex"))
    await expect(
      owner.update(compendia).set({ content: {} }).where(eq(compendia.version, 1)),
    ).rejects.toThrow()
  })

  test("has a next version when something was decided otherwise, beside the first", async () => {
    await decideAll()
    await publish()
    await expect(publish(2)).rejects.toMatchObject({ key: "compendium.same" })
    await decide(scene.named.threadId, "Added in section 2.", 2)
    await publish(2)
    expect((await find())?.entries[0]?.reason).toBe("Added in section 2.")
    expect((await find(1))?.entries[0]?.reason).toBe("Added.")
    expect((await find(2))?.versions.map(({ version }) => version)).toEqual([2, 1])
    expect(await find(3)).toBeNull()
  })

  test("pressed twice is published once", async () => {
    await decideAll()
    const both = await Promise.allSettled([publish(), publish()])
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect((await find())?.versions).toHaveLength(1)
  })
})

describe("a compendium is refused", () => {
  const set = (facts: Partial<typeof consultations.$inferInsert>) =>
    owner.update(consultations).set(facts).where(eq(consultations.id, scene.consultation.id))

  test("while a thread is not decided, or a comment waits", async () => {
    await decide(scene.named.threadId)
    await expect(publish()).rejects.toMatchObject({ values: { open: 1, reason: 0, waiting: 0 } })
    await decide(scene.unnamed.threadId)
    await owner
      .update(comments)
      .set({ moderation: "waiting" })
      .where(eq(comments.id, scene.unnamed.commentId))
    await expect(publish()).rejects.toMatchObject({ values: { open: 0, waiting: 1 } })
    expect(await find()).toBeNull()
  })

  test("while a decision of before does not say why, and the sheet shows which", async () => {
    await decideAll()
    await owner
      .update(threads)
      .set({ disposition: "not-accepted", reason: "" })
      .where(eq(threads.id, scene.unnamed.threadId))
    await expect(publish()).rejects.toMatchObject({
      key: "compendium.notReady",
      values: { open: 0, reason: 1, waiting: 0 },
    })
    const shown = await getWorksheet(scene.chair, scene.group.slug, scene.consultation.slug, {
      ...{ show: "reason", page: 1 },
    })
    expect(shown.threads.map(({ lead }) => lead.threadId)).toEqual([scene.unnamed.threadId])
    expect(shown.lacks).toMatchObject({ open: 0, reason: 1 })
    await decide(scene.unnamed.threadId, "It is longer now.", 2)
    await publish()
  })

  test("while comments may still come, and when it was called off", async () => {
    await decideAll()
    await set({ closesAt: new Date("2100-01-01") })
    await expect(publish()).rejects.toMatchObject({ key: "compendium.runs" })
    await set({ ...over, lateUntil: new Date("2100-01-01") })
    await expect(publish()).rejects.toMatchObject({ key: "compendium.runs" })
    await set({ lateUntil: null, cancelledAt: new Date(), cancelReason: "Asked twice" })
    await expect(publish()).rejects.toMatchObject({ key: "compendium.runs" })
  })

  test("to whoever is no co-chair", async () => {
    await decideAll()
    await expect(publish(1, scene.member)).rejects.toMatchObject({ code: "forbidden" })
  })
})
