import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { commentDrafts } from "@/db/schema/comments"
import { writeDraft } from "@/lib/comments/write-draft"
import { setClock } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { fileAnswer } from "./file-comment"
import { draftKey } from "./model"

const { owner } = await testDatabase()
const during = new Date()
const opensAt = new Date(during.getTime() - 86_400_000)
const closesAt = new Date(during.getTime() + 86_400_000)
let member: SignedIn
let asked: Awaited<ReturnType<typeof arrangeConsultation>>

beforeEach(async () => {
  const { id: groupId } = await makeGroup(owner)
  const chair = await makeActor(owner, { roles: { [groupId]: "co-chair" } })
  member = await makeActor(owner, { roles: { [groupId]: "member" } })
  const when = { opensAt, closesAt, audience: "invited" } as const
  asked = await arrangeConsultation(owner, { groupId, askedBy: chair.personId, ...when })
})
afterEach(() => setClock(undefined))

type Tx = Parameters<Parameters<typeof transaction>[0]>[0]
const keep = (tx: Tx) =>
  writeDraft(
    tx,
    { personId: member.personId },
    { key: draftKey(asked.id, asked.textId), text: "Often" },
  )
const file = (tx: Tx, arrivedAt: Date) =>
  fileAnswer(tx, {
    ...{ consultationId: asked.id, arrivedAt, author: { personId: member.personId } },
    ...{ way: "portal", waits: () => false },
    answer: {
      ...{ consultationTextId: asked.textId, place: null, quote: null, unnamed: false },
      ...{ text: "Often", submission: randomUUID() },
    },
  })

/** Does one thing, and before it is committed begins another one, until that waits or is done. */
async function overlap(first: (tx: Tx) => Promise<unknown>, then: (tx: Tx) => Promise<unknown>) {
  let isDone = false
  let following: Promise<unknown> = Promise.resolve()
  await transaction(async (tx) => {
    await first(tx)
    following = transaction(then).finally(() => {
      isDone = true
    })
    await expect.poll(async () => isDone || (await waiting()), { timeout: 10_000 }).toBe(true)
  })
  await following
}
const waiting = async () => {
  const [row] = await owner.execute<{ some: boolean }>(sql`
    select count(*) > 0 as some from pg_locks
    where not granted and locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())`)
  return row?.some ?? false
}
/** Why each draft of the member is kept. */
const typed = async () => {
  const ofMember = eq(commentDrafts.personId, member.personId)
  const rows = await owner.select().from(commentDrafts).where(ofMember)
  return rows.map(({ keptBecause }) => keptBecause)
}

const cases = [
  { what: "filed", at: during, kept: [] },
  { what: "kept because it came too late", at: closesAt, kept: ["consultation.keptIsClosed"] },
]

test.each(cases)(
  "a draft that comes before its own comment is $what goes with it",
  async (each) => {
    setClock(() => each.at)
    await overlap(keep, (tx) => file(tx, each.at))
    expect(await typed()).toEqual(each.kept)
  },
)

test.each(cases)("a draft that comes while its own comment is $what is none", async (each) => {
  setClock(() => each.at)
  await overlap((tx) => file(tx, each.at), keep)
  expect(await typed()).toEqual(each.kept)
})
