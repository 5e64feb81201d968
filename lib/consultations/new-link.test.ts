import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterEach, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { arrangeGuest } from "@/db/factories/open-consultation"
import { makeActor, makeGroup } from "@/db/factories/people"
import { mails } from "@/db/schema/mail"
import { publicActor } from "@/lib/platform/actor"
import { setClock } from "@/lib/platform/clock"
import { hashOf } from "@/lib/platform/secrets"
import { askToComment } from "./ask-to-comment"

const { owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

const opensAt = new Date("2027-03-01T09:00:00Z")
const closesAt = new Date("2027-03-15T12:00:00Z")
const group = await makeGroup(owner)
const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
afterEach(() => setClock(undefined))

type Seat = { invitedBy: string | null; confirmedAt: Date | null }

/** Of 14 requests for a link in one day, 16 minutes apart, how many are answered as taken, and how many mails go out. */
async function linksInADay(seat: Seat | null) {
  const audience = "anyone"
  const to = await arrangeConsultation(owner, {
    ...{ groupId: group.id, askedBy: chair.personId, opensAt, closesAt, audience },
  })
  const id = randomUUID()
  const email = `${id}@example.org`
  if (seat) {
    await arrangeGuest(owner, { id, email, consultationId: to.id, tokenHash: hashOf(id), ...seat })
  }
  let taken = 0
  for (let asked = 0; asked < 14; asked++) {
    setClock(() => new Date(opensAt.getTime() + (asked + 1) * 16 * 60_000))
    const network = `192.0.2.${asked}`
    const at = { slug: group.slug, consultation: to.slug }
    await askToComment(publicActor, { ...at, email, locale: "en", network }).then(
      () => taken++,
      (error: { key: string }) => expect(error.key).toBe("tooManyToday"),
    )
  }
  return { taken, mailed: await owner.$count(mails, eq(mails.to, email)) }
}

test("who was invited, or came and confirmed, gets a new link however many mails a stranger asked for that day", async () => {
  const all = { taken: 12, mailed: 14 }
  expect(await linksInADay({ invitedBy: chair.personId, confirmedAt: null })).toEqual(all)
  expect(await linksInADay({ invitedBy: null, confirmedAt: opensAt })).toEqual(all)
})

test("an address that nobody invited and that confirmed nothing gets no more than twelve, and no answer tells who has a seat", async () => {
  const twelve = { taken: 12, mailed: 12 }
  expect(await linksInADay(null)).toEqual(twelve)
  expect(await linksInADay({ invitedBy: null, confirmedAt: null })).toEqual(twelve)
})
