import { eq } from "drizzle-orm"
import { afterEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { accounts } from "@/db/schema/accounts"
import { events } from "@/db/schema/activity"
import { mails } from "@/db/schema/mail"
import { joinRequests, memberships } from "@/db/schema/members"
import { publicActor } from "@/lib/platform/actor"
import { setClock } from "@/lib/platform/clock"
import { admitRequest } from "./admit"
import { askToJoin } from "./ask-to-join"
import { confirmRequest } from "./confirm-request"
import { declineRequest } from "./decline"
import { askToJoinInput, confirmJoinInput } from "./input"
import { guestOfLink } from "./request-link"
import { getPendingRequest, listPendingRequests } from "./request-queries"

const { owner } = await testDatabase()
const group = await makeGroup(owner)
const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
const member = await makeActor(owner, { roles: { [group.id]: "member" } })
const otherGroup = await makeGroup(owner)
const otherChair = await makeActor(owner, { roles: { [otherGroup.id]: "co-chair" } })

afterEach(() => setClock(undefined))

let asked = 0
const said = (email: string, more: Record<string, string> = {}) => ({
  ...askToJoinInput.parse({
    slug: group.slug,
    name: "Ravi Esterling",
    email,
    purpose: "To help with the plan.",
    ...more,
  }),
  network: `192.0.2.${++asked}`,
})
const mailsTo = (email: string) =>
  owner.select().from(mails).where(eq(mails.to, email)).orderBy(mails.createdAt)
const requestsOf = (email: string) =>
  owner.select().from(joinRequests).where(eq(joinRequests.email, email))

/** Follows the newest link that was mailed to an address. */
async function confirm(email: string) {
  const links = (await mailsTo(email)).flatMap(
    ({ text }) => text.match(/token=([\w-]+)/)?.[1] ?? [],
  )
  const token = links.at(-1) ?? ""
  return confirmRequest(await guestOfLink(token), confirmJoinInput.parse({ token }))
}

async function pendingOf(email: string) {
  const found = (await listPendingRequests(chair, group.id)).find((one) => one.email === email)
  if (!found) throw new Error("No request is pending")
  return found
}

test("a request counts once its address is confirmed, and confirming twice changes nothing", async () => {
  const email = "ravi@example.org"
  await askToJoin(publicActor, said(email, { locale: "fr" }))
  expect(await listPendingRequests(chair, group.id)).toEqual([])
  const [mail] = await mailsTo(email)
  expect(mail?.text).toContain(`/fr/${group.slug}/join/confirm?token=`)
  await confirm(email)
  expect(await pendingOf(email)).toMatchObject({
    name: "Ravi Esterling",
    purpose: "To help with the plan.",
  })
  await confirm(email)
  const trail = await owner.select().from(events).where(eq(events.name, "group.joinAsked"))
  expect(trail).toMatchObject([{ groupId: group.id, actorId: null }])
  expect(JSON.stringify(trail)).not.toContain(email)
})

test("only the hash of the link is kept, and it is good for a week", async () => {
  const email = "late@example.org"
  await askToJoin(publicActor, said(email))
  const [mail] = await mailsTo(email)
  const token = mail?.text.match(/token=([\w-]+)/)?.[1] ?? ""
  expect(token.length).toBeGreaterThan(40)
  expect(JSON.stringify(await requestsOf(email))).not.toContain(token)
  setClock(() => new Date(Date.now() + 8 * 86_400_000))
  await expect(confirm(email)).rejects.toMatchObject({ key: "join.linkSpent" })
  await askToJoin(publicActor, said("next@example.org"))
  expect(await requestsOf(email)).toEqual([])
})

test("an unknown link, and a link used for another request, confirm nothing", async () => {
  await askToJoin(publicActor, said("mine@example.org"))
  await askToJoin(publicActor, said("theirs@example.org"))
  const tokenOf = async (email: string) =>
    (await mailsTo(email))[0]?.text.match(/token=([\w-]+)/)?.[1] ?? ""
  const mine = await guestOfLink(await tokenOf("mine@example.org"))
  const other = confirmRequest(mine, { token: await tokenOf("theirs@example.org") })
  await expect(other).rejects.toMatchObject({ code: "forbidden" })
  const unknown = confirmRequest(publicActor, { token: "a".repeat(43) })
  await expect(unknown).rejects.toMatchObject({ key: "join.linkSpent" })
  const [row] = await requestsOf("theirs@example.org")
  expect(row?.confirmedAt).toBeNull()
})

test("a member who asks is told so by mail, and nothing waits", async () => {
  await askToJoin(publicActor, said(member.email))
  expect(await requestsOf(member.email)).toEqual([])
  const [mail] = await mailsTo(member.email)
  expect(mail?.subject).toBe(`You are a member of ${group.shortName} already`)
})

test("a newer request of an address takes the place of one that waits", async () => {
  const email = "twice@example.org"
  await askToJoin(publicActor, said(email, { purpose: "First." }))
  await confirm(email)
  await askToJoin(publicActor, said(email, { purpose: "Second." }))
  await confirm(email)
  expect((await requestsOf(email)).map(({ purpose }) => purpose)).toEqual(["Second."])
})

test("an address and a network may ask only so often, known or not", async () => {
  const refused = { code: "too_many", key: "join.tooMany" }
  for (const email of ["often@example.org", chair.email]) {
    for (let n = 0; n < 3; n++) await askToJoin(publicActor, said(email))
    await expect(askToJoin(publicActor, said(email))).rejects.toMatchObject(refused)
  }
  const fromOne = (n: number) =>
    askToJoin(publicActor, { ...said(`n${n}@example.org`), network: "198.51.100.1" })
  for (let n = 0; n < 30; n++) await fromOne(n)
  await expect(fromOne(30)).rejects.toMatchObject(refused)
  expect(await mailsTo("n30@example.org")).toEqual([])
})

test("an unknown group cannot be joined", async () => {
  const attempt = askToJoin(publicActor, said("x@example.org", { slug: "no-such-group" }))
  await expect(attempt).rejects.toMatchObject({ code: "not_found" })
})

test("admission makes person, account and membership, and a mail in the applicant's language", async () => {
  const email = "new@example.org"
  await askToJoin(
    publicActor,
    said(email, { name: "Noor Adeyemi", organisation: "Lumen", locale: "fr" }),
  )
  await confirm(email)
  const { id: requestId } = await pendingOf(email)
  const input = { groupId: group.id, requestId, who: null }
  const { personId } = await admitRequest(chair, input)
  const [account] = await owner.select().from(accounts).where(eq(accounts.email, email))
  expect(account?.personId).toBe(personId)
  const open = await owner.select().from(memberships).where(eq(memberships.personId, personId))
  expect(open).toMatchObject([{ groupId: group.id, role: "member", until: null }])
  expect((await mailsTo(email)).at(-1)?.subject).toBe(`Vous êtes membre de ${group.shortName}`)
  const [row] = await requestsOf(email)
  expect(row).toMatchObject({ decision: "admitted", decidedBy: chair.personId })
  await expect(admitRequest(chair, input)).rejects.toMatchObject({ key: "members.requestDecided" })
})

test("a known address is admitted as the person it belongs to; a known name is asked about", async () => {
  const email = otherChair.email
  await askToJoin(publicActor, said(email, { name: "Somebody" }))
  await confirm(email)
  const known = await getPendingRequest(chair, group.id, (await pendingOf(email)).id)
  expect(known).toMatchObject({ knownAs: otherChair.name, candidates: [] })
  const { personId } = await admitRequest(chair, {
    groupId: group.id,
    requestId: known.id,
    who: null,
  })
  expect(personId).toBe(otherChair.personId)

  const listed = await makePerson(owner, { name: "Ilse Brandvold" })
  await askToJoin(publicActor, said("ilse@example.org", { name: "ilse brandvold" }))
  await confirm("ilse@example.org")
  const request = await getPendingRequest(chair, group.id, (await pendingOf("ilse@example.org")).id)
  expect(request.candidates).toMatchObject([{ id: listed.id }])
  const input = { groupId: group.id, requestId: request.id }
  await expect(admitRequest(chair, { ...input, who: null })).rejects.toMatchObject({
    key: "members.whichPerson",
  })
  expect((await admitRequest(chair, { ...input, who: listed.id })).personId).toBe(listed.id)
})

test("declining needs a reason and tells it", async () => {
  const email = "declined@example.org"
  await askToJoin(publicActor, said(email))
  await confirm(email)
  const { id: requestId } = await pendingOf(email)
  await declineRequest(chair, { groupId: group.id, requestId, reason: "The group is full." })
  expect((await mailsTo(email)).at(-1)?.text).toContain("The group is full.")
  const [row] = await requestsOf(email)
  expect(row).toMatchObject({ decision: "declined", reason: "The group is full." })
  expect(await owner.select().from(accounts).where(eq(accounts.email, email))).toEqual([])
  const trail = await owner.select().from(events).where(eq(events.subjectId, requestId))
  expect(trail.map(({ name }) => name)).toEqual(["group.joinAsked", "member.declined"])
})

test("requests are for the group's co-chairs alone", async () => {
  const email = "secret@example.org"
  await askToJoin(publicActor, said(email))
  await confirm(email)
  const { id: requestId } = await pendingOf(email)
  expect(await listPendingRequests(member, group.id)).toEqual([])
  for (const [who, code] of [
    [member, "forbidden"],
    [otherChair, "not_found"],
    [publicActor, "sign_in"],
  ] as const) {
    const input = { groupId: group.id, requestId }
    await expect(getPendingRequest(who, group.id, requestId)).rejects.toMatchObject({ code })
    await expect(admitRequest(who, { ...input, who: null })).rejects.toMatchObject({ code })
    await expect(declineRequest(who, { ...input, reason: "No." })).rejects.toMatchObject({ code })
  }
  const elsewhere = { groupId: otherGroup.id, requestId, who: null }
  await expect(admitRequest(otherChair, elsewhere)).rejects.toMatchObject({ code: "not_found" })
})
