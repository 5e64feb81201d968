import { eq, inArray, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { mails } from "@/db/schema/mail"
import { transaction } from "@/lib/platform/database"
import { writeMail } from "@/lib/platform/mail"
import { listTroubledMails } from "./queries"
import { tryMailsAgain } from "./try-again"

const { owner } = await testDatabase()
const secretariat = await makeActor(owner, { secretariat: true })
const group = await makeGroup(owner)
const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })

beforeEach(async () => {
  await owner.delete(mails)
  await owner.execute(sql`delete from pgboss.job where name = 'mail'`)
})

async function mail(subject: string, facts: Partial<typeof mails.$inferInsert>): Promise<string> {
  const id = await transaction((tx) =>
    writeMail(tx, { to: "ilva@example.org", subject, text: "A secret link" }),
  )
  await owner
    .update(mails)
    .set({ attempts: 0, ...facts })
    .where(eq(mails.id, id))
  return id
}
const waiting = async () => {
  const rows = await owner.execute<{ id: string }>(
    sql`select data->>'mailId' as id from pgboss.job where name = 'mail'`,
  )
  return rows.map(({ id }) => id)
}
const long = new Date("2022-01-01T00:00:00Z")
const yesterday = new Date(Date.now() - 86_400_000)

test("the secretariat sees what was given up, what is being tried and what lost its place, without the texts", async () => {
  await mail("Given up", { failedAt: new Date(), attempts: 3, lastError: "550 unknown" })
  await mail("Being tried", { attempts: 2, lastError: "connect ECONNREFUSED" })
  await mail("Lost", { createdAt: long })
  await mail("Fresh", {})
  await mail("Gone", { sentAt: new Date() })
  const { mails: shown } = await listTroubledMails(secretariat)
  expect(Object.fromEntries(shown.map(({ subject, trouble }) => [subject, trouble]))).toEqual({
    "Given up": "failed",
    "Being tried": "trying",
    Lost: "lost",
  })
  expect(JSON.stringify(shown)).not.toContain("secret")
  await expect(listTroubledMails(chair)).rejects.toMatchObject({ code: "forbidden" })
})

test("what was given up is seen behind many that wait for their first try, which are counted", async () => {
  await mail("Given up", { failedAt: new Date(), attempts: 3, createdAt: yesterday })
  await mail("Being tried", { attempts: 1, createdAt: yesterday })
  await mail("Lost", { createdAt: long })
  await mail("Put into the queue once more", { createdAt: long, triedAgainAt: new Date() })
  const to = "ilva@example.org"
  await owner.insert(mails).values(
    Array.from({ length: 300 }, (_, nth) => ({
      ...{
        to,
        subject: `Opening ${nth}`,
        text: "Come.",
        messageId: `<opening-${nth}@example.org>`,
      },
    })),
  )
  const { mails: shown, more, waiting: fresh } = await listTroubledMails(secretariat)
  expect(shown.map(({ subject }) => subject).sort()).toEqual(["Being tried", "Given up", "Lost"])
  expect({ more, fresh }).toEqual({ more: false, fresh: 301 })
})

test("what was given up is tried anew with all its tries; what is being tried is left alone", async () => {
  const failed = await mail("Given up", { failedAt: new Date(), attempts: 55 })
  const trying = await mail("Being tried", { attempts: 2 })
  const gone = await mail("Gone", { sentAt: new Date() })
  await owner.execute(sql`delete from pgboss.job where name = 'mail'`)
  expect(await tryMailsAgain(secretariat, {})).toEqual({ mails: 1 })
  expect(await waiting()).toEqual([failed])
  expect(await tryMailsAgain(secretariat, { mailId: trying })).toEqual({ mails: 0 })
  expect(await tryMailsAgain(secretariat, { mailId: failed })).toEqual({ mails: 0 })
  await expect(tryMailsAgain(secretariat, { mailId: gone })).rejects.toMatchObject({
    code: "not_found",
  })
  await expect(tryMailsAgain(chair, {})).rejects.toMatchObject({ code: "forbidden" })
  const [kept] = await owner.select().from(mails).where(eq(mails.id, failed))
  expect(kept).toMatchObject({ failedAt: null, attempts: 0 })
})

test("one that lost its place is tried once for each press, and has its two days again", async () => {
  const lost = await mail("Lost", { createdAt: long })
  expect(await tryMailsAgain(secretariat, { mailId: lost })).toEqual({ mails: 1 })
  expect(await tryMailsAgain(secretariat, { mailId: lost })).toEqual({ mails: 0 })
  expect((await listTroubledMails(secretariat)).mails).toEqual([])
})

test("a mail that is being sent is not waited for: the others are tried, and it is told of by itself", async () => {
  const failed = await mail("Given up", { failedAt: new Date(), attempts: 55 })
  const sending = await mail("Being sent", { attempts: 2 })
  const lost = await mail("Lost, being sent after all", { createdAt: long })
  await owner.transaction(async (talk) => {
    const held = inArray(mails.id, [sending, lost])
    await talk.select().from(mails).where(held).for("no key update")
    expect(await tryMailsAgain(secretariat, {})).toEqual({ mails: 1 })
    expect(await tryMailsAgain(secretariat, { mailId: sending })).toEqual({ mails: 0 })
    await expect(tryMailsAgain(secretariat, { mailId: lost })).rejects.toMatchObject({
      ...{ code: "conflict", key: "mail.beingSent" },
    })
  })
  const tried = await owner
    .select({ id: mails.id })
    .from(mails)
    .where(sql`${mails.triedAgainAt} is not null`)
  expect(tried).toEqual([{ id: failed }])
})
