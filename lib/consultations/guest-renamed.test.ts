import { randomUUID } from "node:crypto"
import { and, eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import {
  arrangeConsultation,
  arrangeDocument,
  arrangeGuest,
} from "@/db/factories/open-consultation"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { comments } from "@/db/schema/comments"
import { threads } from "@/db/schema/threads"
import { hashOf } from "@/lib/platform/secrets"
import { indexSources, sourcesTouchedBy } from "@/lib/reactions/index-search"
import { searchInput } from "@/lib/search/input"
import { searchDesk } from "@/lib/search/queries"
import { confirmGuest } from "./confirm-guest"
import { guestOfLink } from "./guest-link"
import { confirmGuestInput } from "./input"

const { owner } = await testDatabase()
let chair: SignedIn
let groupId: string
let token: string
let guestId: string
let consultationId: string
beforeEach(async () => {
  groupId = (await makeGroup(owner)).id
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [groupId]: "co-chair" } })
  const document = await arrangeDocument(owner, { groupId, parts: [] })
  const asked = { groupId, askedBy: chair.personId, documentId: document.id }
  consultationId = (await arrangeConsultation(owner, asked)).id
  token = randomUUID()
  const guest = await arrangeGuest(owner, {
    ...{ consultationId, name: "Otto Velander", tokenHash: hashOf(token) },
    ...{ invitedBy: chair.personId, confirmedAt: new Date() },
  })
  guestId = guest.id
  const [thread] = await owner
    .insert(threads)
    .values({ groupId, documentId: document.id, about: "text", consultationId })
    .returning({ id: threads.id })
  await owner.insert(comments).values({
    ...{ threadId: thread?.id ?? "", guestId, consultationId, way: "mail" },
    ...{ text: "The lanterns are lit.", submission: randomUUID() },
  })
})

const call = async (name: string, unnamed = false) =>
  confirmGuest(
    await guestOfLink(token),
    confirmGuestInput.parse({ token, name, ...(unnamed && { unnamed: "on" }) }),
  )
const changes = () =>
  owner
    .select()
    .from(events)
    .where(and(eq(events.groupId, groupId), eq(events.name, "consultation.guestChanged")))
/** What follows from all that was recorded, as the worker does it. */
async function follow() {
  const rows = await owner.select().from(events).where(eq(events.groupId, groupId))
  for (const event of rows) await indexSources(await sourcesTouchedBy(event))
}
const foundBy = async (q: string) =>
  (await searchDesk(chair, searchInput.parse({ q, kind: "comment" }), "en")).found?.hits.length

test("a guest who takes another name is found by that, and by the old one no more", async () => {
  const [{ id } = { id: "" }] = await owner
    .select()
    .from(comments)
    .where(eq(comments.guestId, guestId))
  await indexSources([`comment:${id}`])
  expect(await foundBy("Velander")).toBe(1)
  await call("Otto Quillfeather")
  await follow()
  expect([await foundBy("Velander"), await foundBy("Quillfeather")]).toEqual([0, 1])
})

test("one who is not to be named with what they mailed is found by no name, and the trail says none", async () => {
  const [{ id } = { id: "" }] = await owner
    .select()
    .from(comments)
    .where(eq(comments.guestId, guestId))
  await indexSources([`comment:${id}`])
  await call("Otto Velander", true)
  await follow()
  expect([await foundBy("Velander"), await foundBy("lanterns")]).toEqual([0, 1])
  expect(JSON.stringify(await changes())).not.toContain("Velander")
})

test("the same name sent again is no change, nor is a name before the first word", async () => {
  await call("Otto Velander")
  const silent = randomUUID()
  await arrangeGuest(owner, { consultationId, tokenHash: hashOf(silent), confirmedAt: new Date() })
  await confirmGuest(
    await guestOfLink(silent),
    confirmGuestInput.parse({ token: silent, name: "Zoe Quill" }),
  )
  expect(await changes()).toEqual([])
})
