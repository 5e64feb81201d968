import { and, eq } from "drizzle-orm"
import { afterEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { makeActor } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { errorReports } from "@/db/schema/corrections"
import { groups } from "@/db/schema/groups"
import { mails } from "@/db/schema/mail"
import { noticeChoices, notices } from "@/db/schema/notices"
import { beginCorrection } from "@/lib/corrections/begin"
import { dropCorrection } from "@/lib/corrections/drop"
import { withdrawReport } from "@/lib/corrections/withdraw"
import { getCurrentText } from "@/lib/minutes/queries"
import { savePlainMinutes } from "@/lib/minutes/save-plain"
import { publicActor } from "@/lib/platform/actor"
import { setClock } from "@/lib/platform/clock"
import { hashOf } from "@/lib/platform/secrets"
import { reactTo } from "@/lib/reactions/react"
import { publishMinutes } from "@/lib/reports/publish"
import { answerError } from "./answer"
import { confirmError } from "./confirm"
import { answerErrorInput, reportErrorInput } from "./input"
import { guestOfLink } from "./link"
import { countWaitingErrors, errorsPage, getErrorForCorrection, listErrors } from "./queries"
import { reportError } from "./report"

const { app, owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"
afterEach(() => setClock(undefined))

let networks = 0

async function arrange() {
  const scene = await arrangeScene(owner)
  const { meetingId, groupId, first, second, chair } = scene
  await arrangeMinutes(owner, meetingId, {
    opening: "The 33rd meeting of the group was held on 3 March 2022 at 13:00 UTC.",
    [first]: "Eleven people spoke.",
    [second]: "",
  })
  const publish = async () =>
    publishMinutes(chair, {
      ...{ meetingId, language: "en", overrides: [] },
      revision: (await getCurrentText(app, meetingId))?.revision ?? 0,
    })
  await publish()
  const [group] = await app.select().from(groups).where(eq(groups.id, groupId))
  const slug = group?.slug ?? ""
  const network = `192.0.2.${++networks}`
  const report = (changes: Record<string, unknown> = {}, from = network) =>
    reportError(publicActor, {
      ...reportErrorInput.parse({
        ...{ slug, number: 33, version: 1, at: "i1p1" },
        message: "Twelve people spoke.",
        email: `reader-${networks}@example.org`,
        submission: crypto.randomUUID(),
        ...changes,
      }),
      network: from,
    })
  const mailed = async () => {
    const sent = await app
      .select()
      .from(mails)
      .where(eq(mails.to, `reader-${networks}@example.org`))
      .orderBy(mails.createdAt)
    return sent.map(({ subject, text }) => ({ subject, text }))
  }
  /** The token of the newest mail that holds one. */
  const token = async () => {
    const tokens = (await mailed()).flatMap(({ text }) => /token=([\w-]+)/.exec(text)?.[1] ?? [])
    return tokens.at(-1) ?? ""
  }
  const confirm = async () => {
    const link = await token()
    await confirmError(await guestOfLink(link), { token: link })
  }
  return { ...scene, slug, publish, report, mailed, token, confirm }
}

describe("a reported error", () => {
  test("keeps the words of its paragraph, and none of its own stand in the mail", async () => {
    const { report, mailed, meetingId } = await arrange()
    await report()
    const [kept] = await app
      .select()
      .from(errorReports)
      .where(eq(errorReports.meetingId, meetingId))
    expect(kept).toMatchObject({ place: "i1p1", quote: "Eleven people spoke.", confirmedAt: null })
    const [mail] = await mailed()
    expect(mail?.text).not.toContain("Twelve")
    expect(mail?.text).toContain("/meetings/33/report-error/confirm?token=")
    expect(kept?.tokenHash).toBe(hashOf(/token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? ""))
  })

  test("is seen by co-chairs once its address is confirmed, and by nobody else", async () => {
    const { report, confirm, slug, chair, member, meetingId, groupId } = await arrange()
    await report()
    expect(await listErrors(chair, slug)).toEqual([])
    await confirm()
    await confirm()
    expect(await listErrors(chair, slug)).toMatchObject([
      { message: "Twelve people spoke.", number: 33, version: 1, mayCorrect: true },
    ])
    expect(JSON.stringify(await listErrors(chair, slug))).not.toContain("@example.org")
    expect(await countWaitingErrors(chair, { id: meetingId, groupId })).toBe(1)
    await expect(listErrors(member, slug)).rejects.toMatchObject({ code: "forbidden" })
    const named = await app.select().from(events).where(eq(events.groupId, groupId))
    expect(named.filter(({ name }) => name === "error.reported")).toHaveLength(1)
  })

  test("is told to every co-chair once, after it was confirmed, by mail as each chose", async () => {
    const { report, confirm, chair, member, groupId, slug } = await arrange()
    const second = await makeActor(owner, { roles: { [groupId]: "co-chair" } })
    await owner.insert(noticeChoices).values({
      ...{ personId: second.personId, groupId, kind: "error-reported", tempo: "never" },
    })
    const follow = async () => {
      const happened = await app.select().from(events).where(eq(events.groupId, groupId))
      for (const { id, name } of happened) if (name.startsWith("error.")) await reactTo(id)
    }
    const told = () =>
      app
        .select()
        .from(notices)
        .where(and(eq(notices.groupId, groupId), eq(notices.kind, "error-reported")))
    await report()
    await follow()
    expect(await told()).toEqual([])
    await confirm()
    await follow()
    await follow()
    const list = await told()
    expect(list.map(({ personId }) => personId).sort()).toEqual(
      [chair.personId, second.personId].sort(),
    )
    expect(list[0]).toMatchObject({
      ...{ href: `/desk/${slug}/errors`, data: { number: 33, version: 1 } },
    })
    const letters = await app.select().from(mails)
    const to = (email: string) => letters.filter((letter) => letter.to === email)
    expect(to(chair.email)).toHaveLength(1)
    expect(to(chair.email)[0]?.subject).toContain("Reported error: Meeting 33")
    expect(to(chair.email)[0]?.text).toContain("in version 1 of the report")
    expect([...to(second.email), ...to(member.email)]).toEqual([])
    // A second error of the same report is news.
    await report({ message: "Thirteen people spoke.", at: "" })
    await confirm()
    await follow()
    expect(await told()).toHaveLength(4)
  })

  test("sent twice counts once, and one that a machine filled in not at all", async () => {
    const { report, mailed } = await arrange()
    const submission = crypto.randomUUID()
    await report({ submission })
    await report({ submission })
    expect(await mailed()).toHaveLength(1)
    await report({ website: "https://spam.example.org" })
    expect(await mailed()).toHaveLength(1)
  })

  test("is not confirmed by a link that was forged, spent or too old", async () => {
    const { report, token, slug, chair } = await arrange()
    await report()
    const forged = "x".repeat(43)
    await expect(confirmError(await guestOfLink(forged), { token: forged })).rejects.toMatchObject({
      key: "errorReport.linkSpent",
    })
    const link = await token()
    await expect(confirmError(publicActor, { token: link })).rejects.toMatchObject({
      code: "sign_in",
    })
    setClock(() => new Date(Date.now() + 8 * 86_400_000))
    await expect(confirmError(await guestOfLink(link), { token: link })).rejects.toMatchObject({
      key: "errorReport.linkSpent",
    })
    setClock(undefined)
    expect(await listErrors(chair, slug)).toEqual([])
  })

  test("is limited for an address and for a connection", async () => {
    const { report } = await arrange()
    const many = async (changes: (n: number) => Record<string, unknown>, from?: string) => {
      for (let n = 0; n < 60; n++) {
        try {
          await report(changes(n), from ?? `198.51.100.${n}`)
        } catch (error) {
          return error
        }
      }
      return null
    }
    expect(await many(() => ({ email: "one@example.org" }))).toMatchObject({ code: "too_many" })
    expect(await many((n) => ({ email: `other-${n}@example.org` }), "203.0.113.9")).toMatchObject({
      code: "too_many",
    })
  })

  test("of a version that is none is not found; of a paragraph that is none it is of the whole", async () => {
    const { report, meetingId } = await arrange()
    await expect(report({ version: 2 })).rejects.toMatchObject({ code: "not_found" })
    await report({ at: "i9p9" })
    const [kept] = await app
      .select()
      .from(errorReports)
      .where(eq(errorReports.meetingId, meetingId))
    expect(kept).toMatchObject({ place: "", quote: "" })
  })
})

test("of many reported errors the older ones are on the next page, and each can begin a correction", async () => {
  const { report, confirm, slug, chair, meetingId } = await arrange()
  await report()
  await confirm()
  const [{ id: _, ...one } = { id: "" }] = await owner
    .select()
    .from(errorReports)
    .where(eq(errorReports.meetingId, meetingId))
  // As many again at the same instant: nothing but their id puts them in an order.
  await owner.insert(errorReports).values(
    Array.from({ length: errorsPage + 2 }, (_, n) => ({
      ...(one as typeof errorReports.$inferInsert),
      ...{ id: crypto.randomUUID(), submission: crypto.randomUUID(), tokenHash: `${n}` },
    })),
  )
  const first = await listErrors(chair, slug)
  const next = await listErrors(chair, slug, { before: first.at(-1)?.id })
  expect([first.length, next.length]).toEqual([errorsPage, 3])
  expect(new Set([...first, ...next].map(({ id }) => id)).size).toBe(errorsPage + 3)
  const oldest = next.at(-1)?.id ?? ""
  expect(await getErrorForCorrection(chair, slug, meetingId, oldest)).toMatchObject({ id: oldest })
  expect(await listErrors(chair, slug, { before: crypto.randomUUID() })).toEqual([])
})

describe("an answer", () => {
  test("goes to whoever reported the error, once", async () => {
    const { report, confirm, mailed, slug, chair, member } = await arrange()
    await report()
    await confirm()
    const [waiting] = await listErrors(chair, slug)
    const errorId = waiting?.id ?? ""
    const input = { errorId, answer: "no-error" as const, reply: "The list names eleven." }
    await expect(answerError(member, input)).rejects.toMatchObject({ code: "forbidden" })
    await expect(answerError(await makeActor(owner), input)).rejects.toMatchObject({
      code: "not_found",
    })
    await answerError(chair, input)
    await expect(answerError(chair, input)).rejects.toMatchObject({ key: "errorReport.answered" })
    expect((await mailed()).at(-1)?.text).toContain("The list names eleven.")
    expect(await listErrors(chair, slug)).toEqual([])
    expect(await listErrors(chair, slug, { all: true })).toMatchObject([
      { answer: { answer: "no-error", by: chair.name } },
    ])
  })

  test("that there is no error needs words, and that it is corrected a newer version", async () => {
    const { report, confirm, slug, chair } = await arrange()
    await report()
    await confirm()
    const errorId = (await listErrors(chair, slug))[0]?.id ?? ""
    expect(answerErrorInput.safeParse({ errorId, answer: "no-error" }).success).toBe(false)
    await expect(
      answerError(chair, { errorId, answer: "corrected", reply: "" }),
    ).rejects.toMatchObject({ key: "errorReport.notCorrected" })
  })

  test("that it is corrected says of a report that was withdrawn since that it was", async () => {
    const { report, confirm, mailed, slug, chair, meetingId, groupId } = await arrange()
    for (const [locale, said] of [
      ["en", "withdrawn in version 2"],
      ["fr", "retiré par la version 2"],
    ] as const) {
      await report({ locale })
      await confirm()
      if (locale === "en")
        await withdrawReport(chair, { meetingId, version: 1, reason: "Not agreed." })
      const errorId = (await listErrors(chair, slug))[0]?.id ?? ""
      await answerError(chair, { errorId, answer: "corrected", reply: "" })
      const letter = (await mailed()).at(-1)?.text ?? ""
      expect(letter).toContain(said)
      expect(letter).not.toMatch(/is corrected|est corrigée|changes/)
      expect(letter).toMatch(/\/meetings\/33$/m)
    }
    expect(await listErrors(chair, slug, { all: true })).toMatchObject([
      { answer: { answer: "withdrawn" }, newestWithdraws: true },
      { answer: { answer: "withdrawn" }, newestWithdraws: true },
    ])
    const told = await app
      .select({ data: events.data })
      .from(events)
      .where(and(eq(events.groupId, groupId), eq(events.name, "error.answered")))
    expect(told.map(({ data }) => data)).toEqual([
      { number: 33, version: 1, answer: "withdrawn" },
      { number: 33, version: 1, answer: "withdrawn" },
    ])
  })

  test("is given by the correction that was begun because of it, when it is published", async () => {
    const { report, confirm, mailed, slug, chair, meetingId, first, publish } = await arrange()
    await report()
    await confirm()
    const errorId = (await listErrors(chair, slug))[0]?.id ?? ""
    await beginCorrection(chair, { meetingId, version: 1, reason: "Twelve spoke.", errorId })
    expect(await listErrors(chair, slug)).toMatchObject([{ tied: true, mayCorrect: false }])
    const base = (await getCurrentText(app, meetingId))?.revision ?? 0
    const sections = { [first]: "Twelve people spoke." }
    await savePlainMinutes(chair, { meetingId, base, sections, locale: "en" })
    await publish()
    const told = (await mailed()).at(-1)
    expect(told?.text).toContain("Twelve spoke.")
    expect(told?.text).toContain(`/${slug}/meetings/33/v2/changes`)
    expect(await listErrors(chair, slug)).toEqual([])
  })

  test("is still to be given when that correction is dropped: the error can be corrected by another", async () => {
    const { report, confirm, slug, chair, meetingId } = await arrange()
    await report()
    await confirm()
    const errorId = (await listErrors(chair, slug))[0]?.id ?? ""
    const begin = () =>
      beginCorrection(chair, { meetingId, version: 1, reason: "Twelve spoke.", errorId })
    await begin()
    await dropCorrection(chair, { meetingId })
    expect(await listErrors(chair, slug)).toMatchObject([{ tied: false, mayCorrect: true }])
    await begin()
    expect(await listErrors(chair, slug)).toMatchObject([{ tied: true, mayCorrect: false }])
  })
})
