import { and, eq, inArray, sql } from "drizzle-orm"
import { describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting, arrangeMinutes } from "@/db/factories/meetings"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { reportOverrides } from "@/db/schema/checks"
import { groups } from "@/db/schema/groups"
import { mails } from "@/db/schema/mail"
import { meetings as meetingsTable } from "@/db/schema/meetings"
import { notices } from "@/db/schema/notices"
import { archiveProposals, archivePublications, reports } from "@/db/schema/reports"
import { beginCorrection } from "@/lib/corrections/begin"
import { editMeeting } from "@/lib/meetings/edit"
import { editAgenda } from "@/lib/meetings/edit-agenda"
import { factFields } from "@/lib/meetings/form-fields"
import { editAgendaInput, editMeetingInput } from "@/lib/meetings/input"
import { markSeat } from "@/lib/meetings/mark-seat"
import { leaveFinding } from "@/lib/minutes/check/leave"
import { mergePeople } from "@/lib/people/merge"
import type { Actor } from "@/lib/platform/actor"
import { formToData } from "@/lib/platform/form"
import { reactTo } from "@/lib/reactions/react"
import { verifyIn } from "@/lib/record/verify/verify"
import { publishMinutesInput } from "@/lib/reports/input"
import { proposeReport } from "@/lib/reports/propose"
import { findPublishedReport, listPublishedReports } from "@/lib/reports/public-queries"
import { getBeforePublishing } from "@/lib/reviews/before-publishing"
import { dropArchiveProposal } from "./drop-proposal"
import { ARCHIVE_AT_ONCE, publishArchiveInput } from "./input"
import { isSameArchive } from "./proposals"
import { proposeArchive } from "./propose"
import { publishArchive } from "./publish"
import { type ArchiveDraft, getArchive } from "./queries"

const { app, owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

/** Where facts, agenda and attendance of a meeting stand that nobody changed. */
const beside = "1.1.1"

/** What a tick says of a draft. */
const pick = ({ meetingId, revision, beside }: ArchiveDraft) => ({ meetingId, revision, beside })

async function arrange(numbers: (number | null)[] = [1, 2, 3]) {
  const group = await makeGroup(owner)
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const member = await makeActor(owner, { roles: { [group.id]: "member" } })
  const meetings: string[] = []
  for (const [place, number] of numbers.entries()) {
    const startsAt = new Date(`2019-0${place + 1}-03T13:00:00Z`)
    const { id } = await arrangeMeeting(owner, {
      ...{ groupId: group.id, number, startsAt, fromArchive: true },
    })
    await arrangeMinutes(owner, id, { opening: "The group met and spoke." })
    meetings.push(id)
  }
  const publish = (actor = chair, changes: { reason?: string; revision?: number } = {}) =>
    publishArchive(actor, {
      groupId: group.id,
      reports: meetings.map((meetingId) => ({
        ...{ meetingId, beside },
        revision: changes.revision ?? 1,
      })),
      language: "en",
      reason: changes.reason ?? "",
    })
  const written = async () =>
    app.select().from(reports).where(inArray(reports.meetingId, meetings)).orderBy(reports.number)
  return { group, chair, member, meetings, publish, written }
}

test("reports of the past are published together: one event, no notice and no mail", async () => {
  const { group, chair, publish, written } = await arrange()
  expect((await getArchive(chair, group.slug)).drafts).toHaveLength(3)
  expect(await publish()).toEqual({ slug: group.slug, reports: 3 })
  const versions = await written()
  expect(versions.map(({ number, version }) => [number, version])).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
  ])
  expect(new Set(versions.map(({ archivePublicationId }) => archivePublicationId)).size).toBe(1)
  const happened = await app.select().from(events).where(eq(events.groupId, group.id))
  expect(happened.map(({ name, data }) => [name, data])).toEqual([
    ["archive.published", { reports: 3 }],
  ])
  for (const { id } of happened) await reactTo(id)
  expect(await app.select().from(notices).where(eq(notices.groupId, group.id))).toEqual([])
  expect(await app.select().from(mails)).toEqual([])
  expect((await getArchive(chair, group.slug)).drafts).toEqual([])
  expect((await findPublishedReport(group.slug, 2))?.report.provenance).toBe("archive")
  expect(await listPublishedReports(group.slug)).toHaveLength(3)
})

test("verifying tells of one that was taken away with all its traces but the trail", async () => {
  const { publish, group, written } = await arrange()
  await publish()
  const last = (await written()).at(-1)
  const undo = new Error("undo")
  await owner
    .transaction(async (tx) => {
      const tables = ["ledger_entries", "record_names", "report_checks", "report_overrides"]
      for (const table of [...tables, "reports"])
        await tx.execute(sql.raw(`alter table ${table} disable trigger user`))
      await tx.execute(sql`delete from ledger_entries where subject_id = ${last?.id}`)
      for (const table of tables.slice(1))
        await tx.execute(
          sql`delete from ${sql.identifier(table)} where ${sql.identifier(table === "record_names" ? "subject_id" : "report_id")} = ${last?.id}`,
        )
      await tx.execute(sql`delete from reports where id = ${last?.id}`)
      for (const table of [...tables, "reports"])
        await tx.execute(sql.raw(`alter table ${table} enable trigger user`))
      const { differences } = await verifyIn(tx)
      expect(differences.filter(({ where }) => where.startsWith(group.slug))).toMatchObject([
        { where: `${group.slug}, 3 reports of the past` },
      ])
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
})

test("all of them or none: one that was changed meanwhile keeps all back, by its number", async () => {
  const { publish, written, group } = await arrange()
  await expect(publish(undefined, { revision: 2 })).rejects.toMatchObject({ key: "archive.stale" })
  expect(await written()).toEqual([])
  const mine = await app
    .select()
    .from(archivePublications)
    .where(eq(archivePublications.groupId, group.id))
  expect(mine).toEqual([])
})

/** What somebody else changes beside the text of a draft that is still open. */
const changes = {
  "a title": async (actor: Actor, meetingId: string) => {
    const [now] = await app.select().from(meetingsTable).where(eq(meetingsTable.id, meetingId))
    if (!now) throw new Error("There is no such meeting")
    const form = { meetingId, revision: now.revision, ...factFields(now, []) }
    await editMeeting(actor, editMeetingInput.parse({ ...form, title: "Another title" }))
  },
  "the agenda": (actor: Actor, meetingId: string) =>
    editAgenda(actor, editAgendaInput.parse({ meetingId, revision: 1, items: [] })),
  "the attendance": async (actor: Actor, meetingId: string) =>
    markSeat(actor, { meetingId, personId: (await makePerson(owner)).id, kind: "present" }),
}

test.each(Object.entries(changes))(
  "%s that was changed since the page was opened keeps all back, by the number",
  async (_, change) => {
    const { chair, publish, written, meetings, group } = await arrange()
    await change(chair, meetings[1] ?? "")
    await expect(publish()).rejects.toMatchObject({
      ...{ code: "conflict", key: "archive.staleBeside", values: { meeting: 2 } },
    })
    expect(await written()).toEqual([])
    const { drafts } = await getArchive(chair, group.slug)
    await publishArchive(chair, {
      ...{ groupId: group.id, language: "en", reason: "" },
      reports: drafts.map((draft) => pick(draft)),
    })
    expect(await written()).toHaveLength(3)
  },
)

test("one that lacks something keeps all back, by its number", async () => {
  const { publish, written, meetings } = await arrange()
  await owner
    .update(meetingsTable)
    .set({ startsAt: new Date("2999-01-01T13:00:00Z") })
    .where(eq(meetingsTable.id, meetings[1] ?? ""))
  await expect(publish()).rejects.toMatchObject({
    code: "invalid",
    key: "archive.incomplete",
    values: { meeting: 2 },
  })
  expect(await written()).toEqual([])
})

test("of two who press at once one publishes, and the other is told", async () => {
  const { publish, written } = await arrange()
  const results = await Promise.allSettled([publish(), publish(), publish()])
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  for (const result of results)
    if (result.status === "rejected") expect(result.reason.key).toBe("archive.gone")
  expect(await written()).toHaveLength(3)
})

test("errors need a reason, which stands beside each", async () => {
  const { group, chair } = await arrange([41])
  const wrong = "The 12th meeting of the group was held on 3 January 2019 at 13:00 UTC."
  const other = await arrangeMeeting(owner, {
    groupId: group.id,
    number: 42,
    startsAt: new Date("2019-02-03T13:00:00Z"),
    fromArchive: true,
  })
  await arrangeMinutes(owner, other.id, { opening: wrong })
  const input = {
    groupId: other.groupId,
    reports: [{ meetingId: other.id, revision: 1, beside }],
    language: "en" as const,
  }
  await expect(publishArchive(chair, { ...input, reason: "" })).rejects.toMatchObject({
    key: "archive.errors",
    values: { count: 1, numbers: "42" },
    fields: { reason: "archive.reason" },
  })
  await publishArchive(chair, { ...input, reason: "So it was printed." })
  const kept = await app
    .select({ reason: reportOverrides.reason })
    .from(reportOverrides)
    .innerJoin(reports, eq(reports.id, reportOverrides.reportId))
    .where(eq(reports.meetingId, other.id))
  expect(kept.length).toBeGreaterThan(0)
  expect(new Set(kept.map(({ reason }) => reason))).toEqual(new Set(["So it was printed."]))
})

test("is refused to members, of another group's meeting, and of what was never in the archive", async () => {
  const { publish, member } = await arrange()
  await expect(publish(member)).rejects.toMatchObject({ code: "forbidden" })
  const other = await arrange()
  await expect(
    publishArchive(other.chair, {
      groupId: other.group.id,
      reports: [{ meetingId: (await arrange()).meetings[0] ?? "", revision: 1, beside }],
      language: "en",
      reason: "",
    }),
  ).rejects.toMatchObject({ code: "not_found" })
  const { id } = await arrangeMeeting(owner, {
    groupId: other.group.id,
    number: 77,
    startsAt: new Date("2019-01-03T13:00:00Z"),
  })
  await arrangeMinutes(owner, id, { opening: "Words." })
  await expect(
    publishArchive(other.chair, {
      groupId: other.group.id,
      reports: [{ meetingId: id, revision: 1, beside }],
      language: "en",
      reason: "",
    }),
  ).rejects.toMatchObject({ key: "archive.gone" })
})

test("a form without a tick says so", () => {
  const read = publishArchiveInput.safeParse({ groupId: crypto.randomUUID() })
  expect(read.error?.issues[0]?.message).toBe("archive.none")
  const one = `${crypto.randomUUID()}:3:1.12.4`
  expect(
    publishArchiveInput.parse({ groupId: crypto.randomUUID(), reports: one }).reports,
  ).toMatchObject([{ revision: 3, beside: "1.12.4" }])
})

describe("where a group asks for two co-chairs", () => {
  async function arrangeTwo() {
    const scene = await arrange()
    const { group, meetings } = scene
    await owner.update(groups).set({ publishers: 2 }).where(eq(groups.id, group.id))
    const second = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
    const input = {
      groupId: group.id,
      reports: meetings.map((meetingId) => ({ meetingId, revision: 1, beside })),
      ...{ language: "en" as const, reason: "" },
    }
    return { ...scene, second, input }
  }

  test("one proposes the whole batch and another publishes exactly that, quietly", async () => {
    const { chair, second, member, input, publish, written, group } = await arrangeTwo()
    await expect(publish()).rejects.toMatchObject({ key: "proposal.neededForArchive" })
    await expect(proposeArchive(member, input)).rejects.toMatchObject({ code: "forbidden" })
    await proposeArchive(chair, input)
    await expect(publish()).rejects.toMatchObject({ key: "proposal.own" })
    const fewer = { ...input, reports: input.reports.slice(1) }
    await expect(publishArchive(second, fewer)).rejects.toMatchObject({
      key: "proposal.staleArchive",
    })
    await expect(proposeArchive(second, input)).rejects.toMatchObject({ key: "proposal.isOpen" })
    expect(await written()).toEqual([])
    const [asked] = await app
      .select()
      .from(events)
      .where(and(eq(events.groupId, group.id), eq(events.name, "archive.proposed")))
    await reactTo(asked?.id ?? 0)
    await reactTo(asked?.id ?? 0)
    const told = await app.select().from(notices).where(eq(notices.groupId, group.id))
    expect(told).toMatchObject([
      { personId: second.personId, kind: "publication-proposed", data: { reports: 3 } },
    ])
    const { proposal } = await getArchive(second, group.slug)
    expect(proposal).toMatchObject({ own: false, stale: false })
    expect(proposal?.drafts).toHaveLength(3)
    await publishArchive(second, proposal?.input ?? input)
    expect((await written()).map(({ publishedBy }) => publishedBy)).toEqual(
      Array(3).fill(second.personId),
    )
    expect((await getArchive(second, group.slug)).proposal).toBeNull()
  })

  test("whoever proposed stays the one who proposed when their record is merged into another", async () => {
    const { chair, second, input, group, written } = await arrangeTwo()
    await proposeArchive(chair, input)
    const { id } = await makePerson(owner, { name: "Dr Hyejin Abara" })
    const desk = await makeActor(owner, { secretariat: true })
    await mergePeople(desk, { keptId: id, mergedId: chair.personId })
    const merged = { ...chair, personId: id }
    expect((await getArchive(merged, group.slug)).proposal).toMatchObject({
      ...{ by: "Dr Hyejin Abara", own: true },
    })
    await expect(publishArchive(merged, input)).rejects.toMatchObject({ key: "proposal.own" })
    await publishArchive(second, input)
    expect(await written()).toHaveLength(3)
  })

  test("a proposal of one of them alone is no longer open once the archive published it", async () => {
    const { chair, second, input, group, meetings } = await arrangeTwo()
    const meetingId = meetings[0] ?? ""
    await proposeReport(chair, publishMinutesInput.parse({ meetingId, revision: 1 }))
    await proposeArchive(chair, input)
    await publishArchive(second, input)
    expect((await getBeforePublishing(second, group.slug, meetingId)).proposal).toBeNull()
    const correction = { meetingId, version: 1, reason: "A name was misspelt." }
    await beginCorrection(second, correction)
    const happened = await app.select().from(events).where(eq(events.groupId, group.id))
    expect(happened.map(({ name }) => name)).not.toContain("report.proposalDropped")
  })

  test.each(Object.entries(changes))(
    "of a proposal before %s was changed nothing is published",
    async (_, change) => {
      const { chair, second, input, group, meetings, written } = await arrangeTwo()
      await proposeArchive(chair, input)
      await change(second, meetings[0] ?? "")
      const { proposal } = await getArchive(second, group.slug)
      expect(proposal).toMatchObject({ stale: true })
      await expect(publishArchive(second, proposal?.input ?? input)).rejects.toMatchObject({
        key: "archive.staleBeside",
      })
      const fresh = { ...input, reports: (proposal?.drafts ?? []).map((draft) => pick(draft)) }
      await expect(publishArchive(second, fresh)).rejects.toMatchObject({
        key: "proposal.staleArchive",
      })
      await proposeArchive(second, fresh)
      await publishArchive(chair, fresh)
      expect(await written()).toHaveLength(3)
    },
  )

  test("what was proposed before a tick said so much is stale, and proposed anew", async () => {
    const { chair, second, input, group } = await arrangeTwo()
    await proposeArchive(chair, input)
    const before = input.reports.map(({ beside: _, ...report }) => report)
    await owner.update(archiveProposals).set({ input: { ...input, reports: before } })
    expect((await getArchive(second, group.slug)).proposal).toMatchObject({ stale: true })
    await proposeArchive(second, input)
    expect((await getArchive(chair, group.slug)).proposal).toMatchObject({ stale: false })
  })

  test("what was changed since counts no more, and is proposed anew or taken back by either", async () => {
    const { chair, second, input, group, meetings } = await arrangeTwo()
    await proposeArchive(chair, input)
    await owner
      .update(meetingsTable)
      .set({ cancelledAt: new Date(), cancelReason: "Never held" })
      .where(eq(meetingsTable.id, meetings[0] ?? ""))
    expect((await getArchive(second, group.slug)).proposal).toMatchObject({ stale: true })
    const fewer = { ...input, reports: input.reports.slice(1) }
    await proposeArchive(second, fewer)
    expect((await getArchive(chair, group.slug)).proposal).toMatchObject({ stale: false })
    await dropArchiveProposal(chair, { groupId: group.id })
    await expect(dropArchiveProposal(chair, { groupId: group.id })).rejects.toMatchObject({
      code: "conflict",
    })
    await expect(publishArchive(chair, fewer)).rejects.toMatchObject({
      key: "proposal.neededForArchive",
    })
  })
})

test("of more drafts than go with one press the page says how many are left, and goes on with them", async () => {
  const { group, chair } = await arrange([])
  const many = ARCHIVE_AT_ONCE + 7
  for (let number = 1; number <= many; number++) {
    const { id } = await arrangeMeeting(owner, {
      groupId: group.id,
      // The first would stand at the top by its date, and lacks its number.
      number: number === 1 ? null : number,
      startsAt: new Date(Date.UTC(2010, 0, number)),
      fromArchive: true,
    })
    await arrangeMinutes(owner, id, { opening: "The group met." })
  }
  const first = await getArchive(chair, group.slug)
  expect(first).toMatchObject({ total: many, from: 0 })
  expect(first.drafts).toHaveLength(ARCHIVE_AT_ONCE)
  expect(first.drafts.every(({ lacks }) => !lacks)).toBe(true)
  await publishArchive(chair, {
    groupId: group.id,
    reports: first.drafts.map((draft) => pick(draft)),
    ...{ language: "en", reason: "" },
  })
  const next = await getArchive(chair, group.slug)
  expect(next.total).toBe(7)
  expect(next.drafts.map(({ number }) => number)).toEqual([102, 103, 104, 105, 106, 107, null])
  const later = await getArchive(chair, group.slug, 5)
  expect(later.drafts.map(({ number }) => number)).toEqual([107, null])
  // Others published meanwhile: an address that stands behind the last one begins again.
  const behind = await getArchive(chair, group.slug, 50)
  expect(behind).toMatchObject({ total: 7, from: 0 })
  expect(behind.drafts).toEqual(next.drafts)
})

test("what is refused is named in the order in which the page lists it", async () => {
  const { group, chair } = await arrange([])
  const wrong = "The 12th meeting of the group was held on 3 January 2019 at 13:00 UTC."
  const numbers = [61, 62, 63, 64, 65, 66]
  for (const [place, number] of numbers.entries()) {
    const startsAt = new Date(Date.UTC(2018, place, 3, 13))
    const { id } = await arrangeMeeting(owner, {
      ...{ groupId: group.id, number, startsAt, fromArchive: true },
    })
    await arrangeMinutes(owner, id, { opening: wrong })
  }
  const { drafts } = await getArchive(chair, group.slug)
  const reasons = drafts.map(({ meetingId }) => ({ meetingId, reason: "" }))
  const input = { groupId: group.id, language: "en" as const, reason: "", reasons }
  const refusal = await publishArchive(chair, {
    ...input,
    reports: drafts.map((draft) => pick(draft)),
  }).catch((error: unknown) => error)
  expect(refusal).toMatchObject({ values: { numbers: numbers.join(", ") } })
  expect(Object.keys((refusal as { fields: object }).fields)).toEqual(
    numbers.map((_, place) => `reasons.${place}.reason`),
  )
})

test("what the check finds in a draft stands beside it, without what somebody left", async () => {
  const { group, chair, meetings } = await arrange([41, 42])
  const wrong = "The 12th meeting of the group. It was held on Tuesday 3 January 2019 at 13:00 UTC."
  const { id } = await arrangeMeeting(owner, {
    ...{ groupId: group.id, number: 43, fromArchive: true },
    startsAt: new Date("2019-01-03T13:00:00Z"),
  })
  await arrangeMinutes(owner, id, { opening: wrong })
  const of = async (meetingId: string | undefined, locale: "en" | "fr" = "en") =>
    (await getArchive(chair, group.slug, 0, locale)).drafts.find(
      (draft) => draft.meetingId === meetingId,
    )?.findings ?? []
  const rules = async () => (await of(id)).map(({ rule, severity }) => [rule, severity])
  expect(await rules()).toContainEqual(["number-mismatch", "error"])
  expect((await of(meetings[0])).map(({ severity }) => severity)).not.toContain("error")
  const [first] = await of(id, "fr")
  expect(first?.sentence).toMatch(/Deux numéros/)
  const warning = (await of(id)).find(({ severity }) => severity !== "error")
  if (!warning) throw new Error("There is nothing to leave")
  await leaveFinding(chair, { meetingId: id, key: warning.key })
  expect((await of(id)).map(({ key }) => key)).not.toContain(warning.key)
})

test("personal data need a reason for each report, which no common one takes the place of", async () => {
  const { group, chair } = await arrange([])
  const chosen: { meetingId: string; revision: number; beside: string }[] = []
  for (const [place, words] of [
    "The 12th meeting of the group was held.",
    "Join with the passcode: 882 431, or write to ana.lind@example.org.",
  ].entries()) {
    const startsAt = new Date(`2019-0${place + 1}-03T13:00:00Z`)
    const { id } = await arrangeMeeting(owner, {
      ...{ groupId: group.id, number: 51 + place, startsAt, fromArchive: true },
    })
    await arrangeMinutes(owner, id, { opening: words })
    chosen.push({ meetingId: id, revision: 1, beside })
  }
  const [numbered, personal] = chosen.map(({ meetingId }) => meetingId)
  const input = { groupId: group.id, reports: chosen, language: "en" as const }
  const common = "So it was printed."
  await expect(
    publishArchive(chair, {
      ...{ ...input, reason: common },
      reasons: [
        { meetingId: numbered ?? "", reason: "" },
        { meetingId: personal ?? "", reason: "" },
      ],
    }),
  ).rejects.toMatchObject({
    ...{ code: "invalid", key: "archive.personal", values: { count: 1, numbers: "52" } },
    fields: { "reasons.1.reason": "archive.personalReason" },
  })
  const own = "The code went with the call, and the address is the office's."
  await publishArchive(chair, {
    ...{ ...input, reason: common },
    reasons: [{ meetingId: personal ?? "", reason: own }],
  })
  const kept = await app
    .select({
      meetingId: reports.meetingId,
      reason: reportOverrides.reason,
      rule: reportOverrides.rule,
    })
    .from(reportOverrides)
    .innerJoin(reports, eq(reports.id, reportOverrides.reportId))
    .where(eq(reports.groupId, group.id))
  expect(kept.filter(({ rule }) => rule === "personal-data")).not.toEqual([])
  for (const { meetingId, reason } of kept)
    expect(reason).toBe(meetingId === personal ? own : common)
})

test("a proposal of before personal data needed their own reason can only be made anew", async () => {
  const { group, chair } = await arrange([])
  await owner.update(groups).set({ publishers: 2 }).where(eq(groups.id, group.id))
  const second = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const { id: meetingId } = await arrangeMeeting(owner, {
    ...{ groupId: group.id, number: 53, fromArchive: true },
    startsAt: new Date("2019-01-03T13:00:00Z"),
  })
  await arrangeMinutes(owner, meetingId, { opening: "Join with the passcode: 882 431." })
  const reports = [{ meetingId, revision: 1, beside }]
  const input = { groupId: group.id, reports, language: "en" as const, reason: "As printed." }
  await expect(proposeArchive(chair, input)).rejects.toMatchObject({ key: "archive.personal" })
  await owner.insert(archiveProposals).values({
    ...{ groupId: group.id, input, proposedBy: chair.personId ?? "", proposedAt: new Date() },
  })
  const stands = async () => (await getArchive(second, group.slug)).proposal
  expect(await stands()).toMatchObject({ stale: false, unreasoned: true })
  await proposeArchive(chair, { ...input, reasons: [{ meetingId, reason: "It is spent." }] })
  expect(await stands()).toMatchObject({ stale: false, unreasoned: false })
})

test("a tick and a reason are read from the form, and a proposal stands for its reasons too", () => {
  const [meetingId, groupId] = [crypto.randomUUID(), crypto.randomUUID()]
  const form = new FormData()
  form.set("groupId", groupId)
  form.set("reports.7", `${meetingId}:3:1.12.4`)
  form.set("reasons.0.meetingId", meetingId)
  form.set("reasons.0.reason", " As printed. ")
  const input = publishArchiveInput.parse(formToData(form))
  expect(input).toMatchObject({
    reports: [{ meetingId, revision: 3 }],
    reasons: [{ meetingId, reason: "As printed." }],
  })
  const other = { ...input, reasons: [{ meetingId, reason: "Another." }] }
  expect(isSameArchive(input, other)).toBe(false)
  expect(isSameArchive(input, { ...input, reports: [...input.reports] })).toBe(true)
})
