import { eq, sql } from "drizzle-orm"
import { afterAll, expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { makeActor } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { reportChecks } from "@/db/schema/checks"
import { ledgerEntries, recordNames } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { ActingProcesses } from "@/e2e/support/acting-process"
import { beginCorrection } from "@/lib/corrections/begin"
import { savePlainMinutes } from "@/lib/minutes/save-plain"
import { verifyRecord } from "@/lib/record/verify/verify"
import { publishMinutes } from "./publish"

const { app, owner, appUrl } = await testDatabase()
const servers = await ActingProcesses.of(appUrl)
afterAll(() => servers.end())

async function arrange() {
  const scene = await arrangeScene(owner)
  const { meetingId, first, second } = scene
  await arrangeMinutes(owner, meetingId, {
    opening: "The 33rd meeting of the group was held on 3 March 2022 at 13:00 UTC.",
    [first]: "Hyejin Abara said that eleven people spoke.",
    [second]: "",
  })
  const input = { meetingId, revision: 1, language: "en" as const, overrides: [] }
  return { ...scene, input }
}

/** Everything that a publication writes, counted, of one meeting. */
async function written(meetingId: string, groupId: string) {
  const ofReport = await app.select().from(reports).where(eq(reports.meetingId, meetingId))
  const checks = await app
    .select()
    .from(reportChecks)
    .innerJoin(reports, eq(reports.id, reportChecks.reportId))
    .where(eq(reports.meetingId, meetingId))
  const entries = await app.select().from(ledgerEntries).where(eq(ledgerEntries.groupId, groupId))
  const happened = await app.select().from(events).where(eq(events.subjectId, meetingId))
  const names = await app
    .select()
    .from(recordNames)
    .innerJoin(reports, eq(reports.id, recordNames.subjectId))
    .where(eq(reports.meetingId, meetingId))
  const published = happened.filter(({ name }) => name === "report.published")
  const [{ jobs } = { jobs: 0 }] = await app.execute<{ jobs: number }>(sql`
    select count(*)::int as jobs from pgboss.job where name = 'events' and data ->> 'eventId' in (
      select id::text from events where subject_id = ${meetingId} and name = 'report.published')`)
  return {
    versions: ofReport.length,
    checks: checks.length,
    entries: entries.length,
    events: published.length,
    jobs,
    named: names.length > 0,
  }
}
const nothing = { versions: 0, checks: 0, entries: 0, events: 0, jobs: 0, named: false }
const all = { versions: 1, checks: 1, entries: 1, events: 1, jobs: 1, named: true }

test("of a hundred presses on two servers one publishes, and the others are told by whom and what", async () => {
  const { input, meetingId, groupId, chair } = await arrange()
  const other = await makeActor(owner, { name: "Dawit Sorensen", roles: { [groupId]: "co-chair" } })
  const both = await Promise.all([servers.next(), servers.next()])
  const answers = await Promise.all(
    both.map((server, place) => server.act("publish", place === 0 ? chair : other, input, 50)),
  )
  const said = answers.flatMap((answer) => answer ?? [])
  expect(said).toHaveLength(100)
  expect(said.filter(({ done }) => done !== undefined)).toMatchObject([{ done: { version: 1 } }])
  const refused = said.filter(({ done }) => done === undefined)
  const byWinner = answers[0]?.some(({ done }) => done !== undefined) ? chair.name : other.name
  for (const { key, values, data } of refused) {
    expect({ key, values }).toEqual({
      key: "report.published",
      values: { version: 1, by: byWinner, same: "yes" },
    })
    expect(data).toMatchObject({ version: 1, by: byWinner, published: 1, shown: 1 })
  }
  expect(await written(meetingId, groupId)).toEqual(all)
  expect((await verifyRecord()).differences).toEqual([])
}, 60_000)

for (const when of ["before", "done"] as const)
  test(`a server whose line is cut at the commit (${when}) says no more than it knows`, async () => {
    const { chair, input, meetingId, groupId } = await arrange()
    const server = await servers.next()
    server.line.watch({ at: /^commit$/, when, act: () => server.line.cut() })
    const [said] = (await server.act("publish", chair, input)) ?? []
    expect(said?.done).toBeUndefined()
    expect(said?.error).toBeDefined()
    const isWhole = when === "done"
    await vi.waitFor(async () =>
      expect(await written(meetingId, groupId)).toEqual(isWhole ? all : nothing),
    )
    const again = publishMinutes(chair, input)
    if (isWhole) await expect(again).rejects.toMatchObject({ key: "report.published" })
    else await again
    expect(await written(meetingId, groupId)).toEqual(all)
    expect((await verifyRecord()).differences).toEqual([])
  }, 60_000)

test("a version is the revision that the form showed, also while somebody writes on", async () => {
  const { input, meetingId, chair, member, first } = await arrange()
  await savePlainMinutes(member, {
    ...{ meetingId, base: 1, locale: "en" },
    sections: { [first]: "Hyejin Abara said that twelve people spoke." },
  })
  await expect(publishMinutes(chair, input)).rejects.toMatchObject({ key: "report.stale" })
  // Writing and publishing at once: whoever comes second is told, and nothing is mixed.
  for (let round = 0; round < 10; round++) {
    const scene = await arrange()
    const [published, saved] = await Promise.allSettled([
      publishMinutes(scene.chair, scene.input),
      savePlainMinutes(scene.member, {
        ...{ meetingId: scene.meetingId, base: 1, locale: "en" as const },
        sections: { [scene.first]: "Somebody wrote on." },
      }),
    ])
    const [row] = await app.select().from(reports).where(eq(reports.meetingId, scene.meetingId))
    if (published.status === "fulfilled") {
      expect(row?.minutesRevision).toBe(1)
      expect(JSON.stringify(row?.content)).not.toContain("Somebody wrote on")
      expect(saved).toMatchObject({ reason: { key: "meeting.reportPublished" } })
    } else {
      expect(published.reason).toMatchObject({ key: "report.stale" })
      expect(row).toBeUndefined()
      expect(saved.status).toBe("fulfilled")
    }
  }
})

test("of two who publish one correction at once one does, and it is one version", async () => {
  const { input, meetingId, chair, first } = await arrange()
  await publishMinutes(chair, input)
  await beginCorrection(chair, { meetingId, version: 1, reason: "Twelve spoke." })
  await savePlainMinutes(chair, {
    ...{ meetingId, base: 1, locale: "en" },
    sections: { [first]: "Hyejin Abara said that twelve people spoke." },
  })
  const form = { ...input, revision: 2, version: 2 }
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, () => publishMinutes(chair, form)),
  )
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  for (const result of results)
    if (result.status === "rejected")
      expect(result.reason).toMatchObject({ key: "report.published", values: { version: 2 } })
})
