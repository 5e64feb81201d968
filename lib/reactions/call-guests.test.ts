import { eq } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import {
  arrangeConsultation,
  arrangeDocument,
  arrangeGuest,
} from "@/db/factories/open-consultation"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { consultations } from "@/db/schema/consultations"
import { mails } from "@/db/schema/mail"
import { guestToken } from "@/lib/consultations/guest-link"
import { setClock } from "@/lib/platform/clock"
import { callGuests } from "./call-guests"

const { owner } = await testDatabase()
const opensAt = new Date("2022-04-01T09:00:00Z")
const closesAt = new Date("2022-04-15T09:00:00Z")
let scene: Scene
let id: string
beforeEach(async () => {
  scene = await arrangeScene(owner)
  setClock(() => new Date("2022-04-01T12:00:00Z"))
  const document = await arrangeDocument(owner, { groupId: scene.groupId, parts: [] })
  const consultation = await arrangeConsultation(owner, {
    ...{ groupId: scene.groupId, askedBy: scene.chair.personId, documentId: document.id },
    ...{ opensAt, closesAt },
  })
  id = consultation.id
})
afterEach(() => setClock(undefined))

const guest = (more: Partial<Parameters<typeof arrangeGuest>[1]> = {}) =>
  arrangeGuest(owner, { consultationId: id, invitedBy: scene.chair.personId, ...more })
const lettersTo = ({ email }: { email: string }) =>
  owner.select().from(mails).where(eq(mails.to, email)).orderBy(mails.createdAt)
const subjectsTo = async (to: { email: string }) =>
  (await lettersTo(to)).map(({ subject }) => subject)
/** Its job runs, and once more as after a crash. */
async function call(what: Parameters<typeof callGuests>[1]) {
  await callGuests(id, what)
  await callGuests(id, what)
}
const change = (to: Partial<typeof consultations.$inferInsert>) =>
  owner.update(consultations).set(to).where(eq(consultations.id, id))
const moveTo = async (end: string) => {
  await change({ closesAt: new Date(end) })
  await call("moved")
}

describe("another end", () => {
  test("is told once for each end to those who know that it opened, and to nobody who wants silence", async () => {
    const told = await guest()
    const silent = await guest()
    await call("opening")
    await owner.execute(
      `update consultation_guests set silenced_at = now() where id = '${silent.id}'`,
    )
    const later = await guest()
    const byThemselves = await guest({ invitedBy: null, confirmedAt: opensAt })
    await moveTo("2022-04-20T09:00:00Z")
    await moveTo("2022-04-22T09:00:00Z")
    const moved = ["20 April 2022", "22 April 2022"].map(
      (end) => `Now open until ${end}: The charter`,
    )
    expect((await subjectsTo(told)).slice(1)).toEqual(moved)
    expect(await subjectsTo(silent)).toHaveLength(1)
    expect(await subjectsTo(later)).toEqual([])
    expect(await subjectsTo(byThemselves)).toEqual(moved)
    expect((await lettersTo(told))[2]?.text).toContain("closes on Friday 22 April 2022, 09:00 UTC")
  })

  test("is reminded of too, once for each, by whoever has not answered", async () => {
    const told = await guest()
    await call("opening")
    await call("reminder")
    await change({ closesAt: new Date("2022-04-20T09:00:00Z") })
    await call("reminder")
    const subjects = await subjectsTo(told)
    expect(subjects.slice(1).map((subject) => subject.split(":")[0])).toEqual([
      "Two days left",
      "Two days left",
    ])
  })

  test("that is over when the job runs is not told", async () => {
    const told = await guest()
    await call("opening")
    setClock(() => closesAt)
    await call("moved")
    expect(await subjectsTo(told)).toHaveLength(1)
  })
})

describe("a cancellation", () => {
  const cancel = async () => {
    await change({ cancelledAt: new Date("2022-04-02T09:00:00Z"), cancelReason: "Taken back" })
    await call("cancelled")
  }
  test("is told with its reason, once, and is not to be answered", async () => {
    const told = await guest()
    await call("opening")
    await cancel()
    const letters = await lettersTo(told)
    expect(letters.map(({ subject }) => subject).slice(1)).toEqual(["Called off: The charter"])
    expect(letters[1]?.text).toContain("Taken back")
    expect(letters[1]?.replyTo).toBeNull()
  })

  test("before the opening is told to nobody", async () => {
    const told = await guest()
    await cancel()
    expect(await subjectsTo(told)).toEqual([])
  })
})

test("what a guest is sent stands together below the opening, and one press ends it", async () => {
  const to = await guest({ locale: "fr" })
  await call("opening")
  await moveTo("2022-04-20T09:00:00Z")
  await call("reminder")
  setClock(() => new Date("2022-05-01T09:00:00Z"))
  await call("result")
  const [opening, ...others] = await lettersTo(to)
  expect(others).toHaveLength(3)
  const first = `<consultation.${id}.${to.id}@localhost>`
  expect(opening?.messageId).toBe(first)
  expect(opening?.headers).not.toHaveProperty("In-Reply-To")
  for (const { headers } of others)
    expect(headers).toMatchObject({ "In-Reply-To": first, References: first })
  const ids = [opening, ...others].map((letter) => letter?.messageId)
  expect(new Set(ids).size).toBe(4)
  for (const letter of [opening, ...others]) {
    const headers = letter?.headers as Record<string, string>
    expect(headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click")
    const address = /^<(.*)>$/.exec(headers["List-Unsubscribe"] ?? "")?.[1] ?? ""
    const { pathname, searchParams } = new URL(address)
    expect(pathname).toMatch(/^\/fr\/[\w-]+\/consultations\/charter-\w+\/take-part\/one-click$/)
    expect(searchParams.get("token")).toBe(guestToken(to.id))
  }
})
