import { randomUUID } from "node:crypto"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { inboundMails } from "@/db/schema/consultations"
import { type ReplyTo, replyAddress } from "@/lib/consultations/reply-address"
import { provideEnv, readEnv } from "@/lib/platform/env"
import { listUnfiledMails } from "./queries"

const { owner } = await testDatabase()
const domain = "reply.example.org"
provideEnv({ ...readEnv(process.env, null), inbound: { host: "127.0.0.1", port: 0, domain } })
const secretariat = await makeActor(owner, { secretariat: true })
const group = await makeGroup(owner)
const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
beforeEach(async () => {
  await owner.delete(inboundMails)
})

const to = (kind: ReplyTo["about"]["kind"], author: ReplyTo["author"]) =>
  replyAddress({ about: { kind, id: randomUUID() }, author }) ?? ""
let minute = 0
async function came(
  recipient: string,
  outcome: "waiting" | "filed" | "kept" | "refused",
  reason = "",
) {
  await owner.insert(inboundMails).values({
    messageId: `<${randomUUID()}@example.org>`,
    ...{ recipient, outcome, reason },
    raw: outcome === "waiting" ? Buffer.from("From: ilva@example.org\r\n\r\nA secret") : null,
    receivedAt: new Date(Date.UTC(2027, 2, 1, 9, ++minute)),
    settledAt: outcome === "waiting" ? null : new Date(),
  })
}

test("the secretariat sees when what kind of answer was not filed and why, and no address and no word of it", async () => {
  const [personId, guestId] = [randomUUID(), randomUUID()]
  await came(to("consultation", { guestId }), "kept", "consultation.keptIsClosed")
  await came(to("consultation", { personId }), "filed")
  await came(to("text", { personId }), "refused", "no-words")
  await came(to("thread", { personId }), "refused", "wrong-sender")
  await came(to("meeting", { personId }), "waiting")
  await came("ilva@example.org", "refused", "address")
  const { mails, more } = await listUnfiledMails(secretariat)
  expect(more).toBe(false)
  expect(mails.map(({ id: _, receivedAt: __, ...mail }) => mail)).toEqual([
    { outcome: "refused", reason: "address", kind: "unknown", of: null },
    { outcome: "waiting", reason: "", kind: "meeting", of: "person" },
    { outcome: "refused", reason: "wrong-sender", kind: "thread", of: "person" },
    { outcome: "refused", reason: "no-words", kind: "text", of: "person" },
    { outcome: "kept", reason: "consultation.keptIsClosed", kind: "consultation", of: "guest" },
  ])
  for (const word of ["secret", "@", guestId, personId])
    expect(JSON.stringify(mails)).not.toContain(word)
})

test("nobody else sees them", async () => {
  const member = await makeActor(owner, { roles: { [group.id]: "member" } })
  for (const who of [chair, member])
    await expect(listUnfiledMails(who)).rejects.toMatchObject({ code: "forbidden" })
})

test("two hundred are shown, and that there are more is said", async () => {
  for (let n = 0; n < 201; n++)
    await came(to("thread", { personId: randomUUID() }), "refused", "list")
  const { mails, more } = await listUnfiledMails(secretariat)
  expect([mails.length, more]).toEqual([200, true])
})
