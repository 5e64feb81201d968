import { randomUUID } from "node:crypto"
import { and, asc, eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { accounts } from "@/db/schema/accounts"
import { events } from "@/db/schema/activity"
import { consultations } from "@/db/schema/consultations"
import { mails } from "@/db/schema/mail"
import { memberships } from "@/db/schema/members"
import { notices } from "@/db/schema/notices"
import { followEvents } from "@/e2e/support/follow-events"
import { enableAccount } from "@/lib/accounts/enable"
import { turnConsultations } from "@/lib/consultations/turn"
import { addMember } from "@/lib/members/add"
import { bringInMembers } from "@/lib/members/bring-in"
import { changeRole } from "@/lib/members/change-role"
import { addMemberInput, bringInInput } from "@/lib/members/input"
import { invitePerson } from "@/lib/members/invite"
import { previewList } from "@/lib/members/list/preview"
import { inviteInput } from "@/lib/people/input"
import { mergePeople } from "@/lib/people/merge"
import { setClock } from "@/lib/platform/clock"
import { reactTo } from "./react"

const { owner } = await testDatabase()
const opensAt = new Date("2027-03-01T09:00:00Z")
const closesAt = new Date("2027-03-20T12:00:00Z")
const at = (time: string) => setClock(() => new Date(time))
let group: Awaited<ReturnType<typeof makeGroup>>
let chair: Awaited<ReturnType<typeof makeActor>>
let secretariat: typeof chair
let asked: Awaited<ReturnType<typeof arrangeConsultation>>
let last = 0
beforeEach(async () => {
  // What other tests left open is none of the clock's business here.
  await owner.update(consultations).set({ cancelledAt: opensAt, cancelReason: "Another test" })
  group = await makeGroup(owner)
  chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  secretariat = await makeActor(owner, { secretariat: true })
  at("2027-03-01T10:00:00Z")
  asked = await arrangeConsultation(owner, {
    ...{ groupId: group.id, askedBy: chair.personId, opensAt, closesAt },
  })
  await turnConsultations()
  await follow()
  at("2027-03-05T10:00:00Z")
})
afterEach(() => setClock(undefined))

async function follow(): Promise<void> {
  last = await followEvents(owner, group.id, last)
}
/** Does the job of the newest event of a person that is of no group, twice. */
async function followOf(personId: string): Promise<void> {
  const rows = await owner
    .select()
    .from(events)
    .where(eq(events.subjectId, personId))
    .orderBy(asc(events.id))
  const id = rows.at(-1)?.id ?? 0
  await reactTo(id)
  await reactTo(id)
}
const address = () => `${randomUUID().slice(0, 8)}@example.org`
const toldOf = async (personId: string) =>
  (
    await owner
      .select({ key: notices.key, data: notices.data })
      .from(notices)
      .where(and(eq(notices.personId, personId), eq(notices.kind, "consultation-opening")))
  ).map(({ key, data }) => ({ key, ...(data as object) }))
const opening = () => ({
  ...{ key: asked.id, title: "The activity plan", closesAt: closesAt.toISOString() },
})
const add = async () => {
  const email = address()
  const input = { groupId: group.id, name: `Noor ${email.slice(0, 8)}`, email }
  const { personId } = await addMember(chair, addMemberInput.parse(input))
  await follow()
  return { personId, email }
}

test("who becomes a member while it is open gets the notice of its opening, once, and nobody a second one", async () => {
  const { personId, email } = await add()
  expect(await toldOf(personId)).toEqual([opening()])
  const letters = await owner.select().from(mails).where(eq(mails.to, email))
  expect(letters).toHaveLength(1)
  expect(letters[0]?.subject).toContain("The activity plan")
  expect(letters[0]?.text).toContain("What is missing?")
  await add()
  await changeRole(chair, { groupId: group.id, personId, role: "co-chair" })
  await follow()
  expect(await toldOf(personId)).toHaveLength(1)
  expect(await toldOf(chair.personId)).toHaveLength(1)
})

test("of one that is not open no more is told than to the others", async () => {
  const before = { groupId: group.id, askedBy: chair.personId, closesAt }
  await arrangeConsultation(owner, { ...before, opensAt: new Date("2027-03-06T09:00:00Z") })
  await arrangeConsultation(owner, {
    ...{ ...before, opensAt, openedAt: opensAt, cancelledAt: opensAt, cancelReason: "Not now" },
  })
  const other = await makeGroup(owner)
  await arrangeConsultation(owner, { ...before, groupId: other.id, opensAt, openedAt: opensAt })
  const { personId } = await add()
  expect(await toldOf(personId)).toEqual([opening()])
  // By the clock it is over, also before the job that closes it.
  at("2027-03-20T12:00:00Z")
  const late = await add()
  expect(await toldOf(late.personId)).toEqual([])
})

test("who comes with a list of members, or gets an account by it, is told, and nobody else", async () => {
  const [fresh, former] = [address(), address()]
  // A member without an account, one who was not told for another reason, and somebody of the register.
  const name = `Otto Velander ${former.slice(0, 8)}`
  const silent = await makePerson(owner, { name })
  const other = await makeActor(owner, { roles: { [group.id]: "member" } })
  const known = await makeActor(owner)
  const since = opensAt
  await owner
    .insert(memberships)
    .values({ groupId: group.id, personId: silent.id, role: "member", since })
  const text = [
    "Name,Email,Since",
    `Ilva Morandini,${fresh},2020-01-01`,
    `${name},${former},`,
    `${known.name},${known.email},2021-01-01`,
    `${other.name},${other.email},`,
  ].join("\n")
  const { shown, lines } = await previewList(chair, { groupId: group.id, text })
  const choices = { [`l${lines[1]?.line}`]: silent.id }
  await bringInMembers(chair, bringInInput.parse({ groupId: group.id, text, shown, choices }))
  await follow()
  const [account] = await owner.select().from(accounts).where(eq(accounts.email, fresh))
  for (const personId of [account?.personId ?? "", silent.id, known.personId])
    expect(await toldOf(personId)).toEqual([opening()])
  expect(await toldOf(other.personId)).toEqual([])
})

test("who was a member all the time and was not told is not told because another came", async () => {
  const other = await makeActor(owner, { roles: { [group.id]: "member" } })
  const { personId } = await add()
  expect(await toldOf(personId)).toEqual([opening()])
  expect(await toldOf(other.personId)).toEqual([])
})

test("who gets their account by becoming a member of another group is told in all of theirs", async () => {
  const [admitted, listed] = [address(), address()]
  const others = await makeGroup(owner)
  const [byForm, byList] = await Promise.all(
    [admitted, listed].map((email) => makePerson(owner, { name: `Noor ${email.slice(0, 8)}` })),
  )
  const ids = [byForm?.id ?? "", byList?.id ?? ""]
  await owner.insert(memberships).values(
    ids.map((personId) => ({
      ...{ groupId: group.id, personId, role: "member" as const, since: opensAt },
    })),
  )
  const admitting = { groupId: others.id, name: byForm?.name, email: admitted, who: ids[0] }
  await addMember(secretariat, addMemberInput.parse(admitting))
  const text = `Name,Email\n${byList?.name},${listed}`
  const { shown, lines } = await previewList(secretariat, { groupId: others.id, text })
  const choices = { [`l${lines[0]?.line}`]: ids[1] ?? "" }
  const list = bringInInput.parse({ groupId: others.id, text, shown, choices })
  await bringInMembers(secretariat, list)
  await followEvents(owner, others.id, 0)
  for (const personId of ids) expect(await toldOf(personId)).toEqual([opening()])
})

test("a member is told once they have an account, whether it is given, enabled or that of another person", async () => {
  const joined = async (personId: string) =>
    owner
      .insert(memberships)
      .values({ groupId: group.id, personId, role: "member", since: opensAt })
  const given = await makePerson(owner)
  await joined(given.id)
  await invitePerson(secretariat, inviteInput.parse({ personId: given.id, email: address() }))
  await followOf(given.id)
  expect(await toldOf(given.id)).toEqual([opening()])

  const disabled = await makeActor(owner, { roles: { [group.id]: "member" } })
  await owner
    .update(accounts)
    .set({ disabledAt: opensAt })
    .where(eq(accounts.personId, disabled.personId))
  await enableAccount(secretariat, { personId: disabled.personId })
  await followOf(disabled.personId)
  expect(await toldOf(disabled.personId)).toEqual([opening()])

  const [kept, double] = [await makeActor(owner), await makePerson(owner)]
  await joined(double.id)
  await mergePeople(secretariat, { keptId: kept.personId, mergedId: double.id })
  await followOf(kept.personId)
  expect(await toldOf(kept.personId)).toEqual([opening()])
})
