import { eq, sql } from "drizzle-orm"
import { describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { makeActor } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { reportChecks, reportOverrides } from "@/db/schema/checks"
import { reports } from "@/db/schema/reports"
import { findFindings } from "@/lib/minutes/check/find-findings"
import { getCurrentText } from "@/lib/minutes/queries"
import type { Refusal } from "@/lib/platform/errors"
import { publishMinutesInput } from "./input"
import { listOverrides, overridesPage } from "./override-queries"
import { publishMinutes } from "./publish"
import { getPublishing } from "./queries"
import { reviewOverride } from "./review-override"

const { app, owner } = await testDatabase()

/** Two errors: the number, and the time of day. */
const wrong = "The 32nd meeting of the group was held on 3 March 2022 at 15:00 UTC."
const right = "The 33rd meeting of the group was held on 3 March 2022 at 13:00 UTC."

async function arrange(opening: string) {
  const scene = await arrangeScene(owner)
  const { meetingId, groupId, first, second, chair } = scene
  await arrangeMinutes(owner, meetingId, {
    opening,
    [first]: "It was agreed that the group will send a letter.",
    [second]: "",
  })
  const publish = (overrides: { key: string; reason: string }[] = []) =>
    publishMinutes(chair, { meetingId, revision: 1, language: "en", overrides })
  const current = await getCurrentText(app, meetingId)
  if (!current) throw new Error("No minutes")
  const findings = await findFindings(app, { groupId, meetingId, text: current.text })
  const keys = findings.filter(({ severity }) => severity === "error").map(({ key }) => key)
  const report = async () =>
    (await app.select().from(reports).where(eq(reports.meetingId, meetingId)))[0]
  return { ...scene, publish, findings, keys, report }
}

const refused = (promise: Promise<unknown>): Promise<Refusal> =>
  promise.then(
    () => {
      throw new Error("It was not refused")
    },
    (refusal) => refusal,
  )

describe("publishing over an error", () => {
  test("is refused at the field of each without a reason, and nothing is written", async () => {
    const { publish, report, keys } = await arrange(wrong)
    expect(keys).toHaveLength(2)
    expect(await refused(publish())).toMatchObject({
      code: "invalid",
      key: "report.unanswered",
      values: { count: 2 },
      fields: {
        "overrides.0.reason": "report.reasonMissing",
        "overrides.1.reason": "report.reasonMissing",
      },
    })
    const [one = "", other = ""] = keys
    const half = [
      { key: one, reason: "So it was announced." },
      { key: other, reason: "   " },
    ]
    expect((await refused(publish(half))).fields).toEqual({
      "overrides.1.reason": "report.reasonMissing",
    })
    expect(await report()).toBeUndefined()
    expect(await app.select().from(reportOverrides)).toEqual([])
  })

  test("keeps each reason with its finding, all findings as they are found again, and says so", async () => {
    const { publish, report, keys, findings, chair, meetingId } = await arrange(wrong)
    const reasons = keys.map((key, place) => ({ key, reason: ` Reason ${place} ` }))
    await publish(reasons)
    const reportId = (await report())?.id ?? ""
    const [check] = await app.select().from(reportChecks).where(eq(reportChecks.reportId, reportId))
    expect(check?.findings).toEqual(JSON.parse(JSON.stringify(findings)))
    const kept = await app
      .select()
      .from(reportOverrides)
      .where(eq(reportOverrides.reportId, reportId))
    expect(kept.map(({ rule, reason, overriddenBy }) => [rule, reason, overriddenBy])).toEqual([
      ["number-mismatch", "Reason 0", chair.personId],
      ["time-mismatch", "Reason 1", chair.personId],
    ])
    expect(kept.map(({ finding }) => (finding as { key: string }).key)).toEqual(keys)
    const happened = await app.select().from(events).where(eq(events.subjectId, meetingId))
    expect(happened.at(-1)?.data).toMatchObject({ findings: findings.length, overrides: 2 })
  })

  test("is not opened by a form that was tampered with", async () => {
    const { publish, keys, findings, report } = await arrange(wrong)
    const note = findings.find(({ severity }) => severity === "note")?.key ?? ""
    const [one = ""] = keys
    for (const overrides of [
      [{ key: "made up", reason: "No matter." }],
      [{ key: note, reason: "No matter." }],
      [
        { key: one, reason: "A reason." },
        { key: one, reason: "The same again." },
      ],
    ]) {
      expect((await refused(publish(overrides))).code).toBe("invalid")
    }
    expect(await report()).toBeUndefined()
    const long = { key: one, reason: "x".repeat(2_001) }
    const form = { meetingId: crypto.randomUUID(), revision: "1", overrides: [long] }
    expect(publishMinutesInput.safeParse(form).success).toBe(false)
  })

  test("asks for nothing where nothing is wrong: warnings and notes are only kept", async () => {
    const { publish, findings, keys, report } = await arrange(right)
    expect(keys).toEqual([])
    expect(findings.map(({ rule }) => rule)).toContain("decision-unmarked")
    await publish([{ key: "made up", reason: "Not needed." }])
    const reportId = (await report())?.id ?? ""
    expect(
      await app.select().from(reportOverrides).where(eq(reportOverrides.reportId, reportId)),
    ).toEqual([])
    const [check] = await app.select().from(reportChecks).where(eq(reportChecks.reportId, reportId))
    expect(check?.findings).toHaveLength(findings.length)
  })

  test("leaves reasons that nobody can change", async () => {
    const { publish, keys } = await arrange(wrong)
    await publish(keys.map((key) => ({ key, reason: "So it was announced." })))
    await expect(app.execute(sql`update report_overrides set reason = 'x'`)).rejects.toThrow()
    await expect(app.execute(sql`delete from report_checks`)).rejects.toThrow()
  })
})

test("the page shows the findings of the revision that it would publish", async () => {
  const { chair, groupId, meetingId, findings } = await arrange(wrong)
  const [{ slug } = { slug: "" }] = await app.execute<{ slug: string }>(
    sql`select slug from groups where id = ${groupId}`,
  )
  const shown = await getPublishing(chair, slug, meetingId, "en")
  expect(shown.findings.map(({ key }) => key)).toEqual(findings.map(({ key }) => key))
  expect(shown.findings[0]?.sentence).toContain("33")
})

test("overrides are listed for who chairs later, and looked at with a note", async () => {
  const { publish, keys, groupId, chair, member } = await arrange(wrong)
  await publish(keys.map((key) => ({ key, reason: "So it was announced." })))
  const [{ slug } = { slug: "" }] = await app.execute<{ slug: string }>(
    sql`select slug from groups where id = ${groupId}`,
  )
  const later = await makeActor(owner, { name: "Cleo Duarte", roles: { [groupId]: "co-chair" } })
  const { lines: listed } = await listOverrides(later, slug, "en")
  expect(listed).toHaveLength(2)
  expect(listed[0]).toMatchObject({
    number: 33,
    version: 1,
    reason: "So it was announced.",
    by: "Hyejin Abara",
    reviews: [],
  })
  const overrideId = listed[0]?.id ?? ""
  await reviewOverride(later, { overrideId, note: "The announcement was wrong." })
  const open = await listOverrides(chair, slug, "en", { open: true })
  expect(open.lines.map(({ id }) => id)).toEqual(listed.slice(1).map(({ id }) => id))
  const { lines } = await listOverrides(chair, slug, "en")
  const [seen] = lines.filter(({ id }) => id === overrideId)
  expect(seen?.reviews).toMatchObject([{ by: "Cleo Duarte", note: "The announcement was wrong." }])
  expect((await refused(listOverrides(member, slug, "en"))).code).toBe("forbidden")
  expect((await refused(reviewOverride(member, { overrideId, note: "" }))).code).toBe("forbidden")
  const outsider = await makeActor(owner)
  expect((await refused(reviewOverride(outsider, { overrideId, note: "" }))).code).toBe("not_found")
})

test("overrides beyond a page are on the next one, and the page says that there are more", async () => {
  const { publish, keys, groupId, chair, report } = await arrange(wrong)
  await publish(keys.map((key) => ({ key, reason: "So it was announced." })))
  const [{ slug } = { slug: "" }] = await app.execute<{ slug: string }>(
    sql`select slug from groups where id = ${groupId}`,
  )
  const version = await report()
  const [one] = await app
    .select()
    .from(reportOverrides)
    .where(eq(reportOverrides.reportId, version?.id ?? ""))
  if (!one) throw new Error("Nothing was overridden")
  const { id: _, ...same } = one
  await owner.insert(reportOverrides).values(
    Array.from({ length: overridesPage }, (_, at) => ({
      ...same,
      reason: `Reason ${at}`,
      overriddenAt: new Date(one.overriddenAt.getTime() - 60_000 * (at + 1)),
    })),
  )
  const [first, second] = [
    await listOverrides(chair, slug, "en"),
    await listOverrides(chair, slug, "en", { page: 2 }),
  ]
  expect([first.lines.length, first.more]).toEqual([overridesPage, true])
  expect([second.lines.length, second.more]).toEqual([keys.length, false])
  expect(second.lines.at(-1)?.reason).toBe(`Reason ${overridesPage - 1}`)
})
