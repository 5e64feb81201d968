import { readFileSync } from "node:fs"
import { and, asc, eq, inArray } from "drizzle-orm"
import { describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { importFiles } from "@/db/schema/imports"
import { agendaItems, attendance, meetingOffices, meetings } from "@/db/schema/meetings"
import { minutesRevisions } from "@/db/schema/minutes"
import { people } from "@/db/schema/people"
import { bringInNow } from "@/e2e/support/bring-in-now"
import { describeFinding } from "@/lib/check/describe"
import { localFields } from "@/lib/meetings/zones"
import { getMinutesCheck } from "@/lib/minutes/check/queries"
import { minutesText } from "@/lib/minutes/input"
import { docText, LIMITS, sectionOf } from "@/lib/minutes/model"
import { answerPerson } from "./answer-person"
import { changeKind } from "./change-kind"
import { correctImport } from "./correct"
import { discardImport } from "./discard"
import { identifyBatch } from "./identify"
import { answerPersonInput, correctImportInput } from "./input"
import { getProgress } from "./progress"
import { getFile } from "./queries"
import { listResults, type Result } from "./results"
import { saveImport } from "./save"
import { takeUpImport } from "./take-up"

const { app, owner } = await testDatabase()
const group = await makeGroup(owner, { name: "Working Group on Harbour Standards" })
const chair = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "co-chair" } })
const member = await makeActor(owner, { name: "Kwame Lindqvist", roles: { [group.id]: "member" } })

const sample = readFileSync(new URL("./read/samples/virtual-call.txt", import.meta.url), "utf8")
/** The sample as another meeting: its number and a word, so that it is another text. */
const numbered = (number: number) =>
  sample.replace("XIX", String(number)).replace("21st virtual", `${number}th virtual`)
const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name)

type Brought = Result & { batchId: string }

async function bring(files: File[], actor = chair): Promise<Brought[]> {
  const batchId = await bringInNow(actor, group.id, files)
  const lines = await listResults(chair, group.slug, batchId, { show: null, page: 1 })
  return lines.map((line) => ({ ...line, batchId }))
}
const first = async (files: Promise<Brought[]>) => {
  const [line] = await files
  const file = line && (await getFile(chair, group.slug, line.batchId, line.id))
  if (!file?.draft) throw new Error("The file was not read")
  return { ...file, draft: file.draft }
}

/** The form of a draft as the page sends it, with what is said changed. */
function formOf({ id, revision, draft }: Awaited<ReturnType<typeof first>>, said = {}) {
  return correctImportInput.parse({
    fileId: id,
    revision,
    number: String(draft.number ?? ""),
    title: draft.title,
    day: "2022-05-12",
    time: "14:00",
    zone: draft.zone,
    hosts: draft.hosts.join("\n"),
    moderators: draft.moderators.join("\n"),
    list: draft.list,
    agenda: draft.agenda.map(({ id: item, title, coverage }) => ({ id: item, title, coverage })),
    present: draft.present.map(({ name, capacity }) => `${name}; ${capacity}`).join("\n"),
    regrets: "",
    nextMeeting: draft.nextMeeting,
    ...said,
  })
}

describe("bringing files in", () => {
  test("bad files are refused each with its reason, the others are read", async () => {
    const files = await bring([
      file("good.txt", numbered(31)),
      file("empty.txt", ""),
      file("broken.txt", Uint8Array.from([0xc3, 0x28])),
      file("huge.txt", new Uint8Array(21 * 1024 * 1024).fill(97)),
      file("list.txt", "Milk and bread."),
      file("again.txt", numbered(31).replaceAll("\n", "\r\n")),
    ])
    expect(files.map(({ state, refusal }) => refusal?.code ?? state)).toEqual([
      "read",
      "empty",
      "encoding",
      "too-large",
      "no-report",
      "same-report",
    ])
    expect(files.at(-1)?.refusal).toMatchObject({ file: "good.txt" })
    const [event] = await app.select().from(events).where(eq(events.name, "import.broughtIn"))
    // What its size refuses is refused at once; the rest when it is read.
    expect(event?.data).toEqual({ files: 6, refused: 2 })
    const [read] = await app.select().from(events).where(eq(events.name, "import.read"))
    expect(read).toMatchObject({ actorId: null, data: { read: 1, refused: 5 } })
  })

  test("what is no report is kept as a document, with its bytes; it cannot be saved as a meeting", async () => {
    const text =
      "# Charter of the ports\n\nThe [ports](https://tides.example.org) keep order. ".repeat(8)
    const [line] = await bring([file("charter.md", text)])
    expect(line).toMatchObject({ kind: "document", state: "read", items: null, refusal: null })
    const [row] = await app
      .select()
      .from(importFiles)
      .where(eq(importFiles.id, line?.id ?? ""))
    expect(row).toMatchObject({ format: "markdown", source: text })
    expect(Buffer.from(row?.original ?? []).toString()).toBe(text)
    expect(row?.corrected).toMatchObject({
      title: "Charter of the ports",
      text: { content: expect.arrayContaining([expect.objectContaining({ type: "heading" })]) },
    })
    await expect(
      saveImport(chair, { fileId: line?.id ?? "", revision: line?.revision ?? 0 }),
    ).rejects.toMatchObject({ key: "imports.noMeeting" })
  })

  test("what was taken for a document becomes a report at a word, and the other way round; nothing typed is lost", async () => {
    const odd = "Quay walk\n\nWe walked along the quay. Otto said: the gauge is broken.\n".repeat(9)
    const [line, taken] = await bring([file("odd.txt", odd), file("taken.txt", numbered(35))])
    if (!line || !taken) throw new Error("Two files were brought in")
    const { batchId } = line
    const open = (id: string) => getFile(chair, group.slug, batchId, id)
    expect(line.kind).toBe("document")
    const asReport = { fileId: line.id, revision: line.revision, kind: "report" as const }
    await expect(changeKind(member, asReport)).rejects.toMatchObject({ code: "forbidden" })
    await changeKind(chair, asReport)
    await expect(changeKind(chair, asReport)).rejects.toMatchObject({ key: "imports.stale" })
    const odds = await open(line.id)
    expect(odds).toMatchObject({ kind: "report", document: null, source: odd })
    expect(odds.reading?.words.kept).toBe(odds.reading?.words.total)
    const { meetingId } = await saveImport(chair, { fileId: odds.id, revision: odds.revision })
    const [minutes] = await app
      .select({ text: minutesRevisions.text })
      .from(minutesRevisions)
      .where(eq(minutesRevisions.meetingId, meetingId))
    expect(JSON.stringify(minutes?.text)).toContain("the gauge is broken")

    const draft = await first(Promise.resolve([taken]))
    const kept = await correctImport(chair, formOf(draft, { title: "Typed" }), "en")
    await changeKind(chair, { fileId: taken.id, revision: kept.revision, kind: "document" })
    const document = await open(taken.id)
    expect(document).toMatchObject({ kind: "document", draft: null })
    expect(JSON.stringify(document.document?.text)).toContain("survey")
    await changeKind(chair, { fileId: taken.id, revision: document.revision, kind: "report" })
    expect(await open(taken.id)).toMatchObject({
      ...{ kind: "report", draft: { title: "Typed", number: 35 } },
    })
  })

  test("nothing is a meeting yet, and members may not bring anything in", async () => {
    await bring([file("report.txt", numbered(32))])
    const [none] = await app.select().from(meetings).where(eq(meetings.number, 32))
    expect(none).toBeUndefined()
    await expect(bring([file("report.txt", numbered(33))], member)).rejects.toMatchObject({
      code: "forbidden",
    })
  })

  test("a report longer than minutes may be is refused, not stored half", async () => {
    const long = sample.replace(
      "Priya Castelnau outlined",
      `${"The tide rose. ".repeat(LIMITS.characters / 15)}\n`,
    )
    expect((await bring([file("long.txt", long)]))[0]?.refusal).toMatchObject({ code: "too-long" })
  })
})

describe("saving a draft", () => {
  test("makes meeting, agenda, attendance, offices and the first revision at once", async () => {
    const known = await makePerson(owner, {
      name: "Velia Orsini-March",
      aliases: ["Velia ORSINI-MARCH"],
    })
    const { id, revision, draft } = await first(bring([file("report.txt", numbered(41))]))
    const { meetingId } = await saveImport(chair, { fileId: id, revision })
    const [meeting] = await app.select().from(meetings).where(eq(meetings.id, meetingId))
    expect(meeting).toMatchObject({
      number: 41,
      printedNumbers: ["41", "41th"],
      title: "",
      startsAt: new Date("2022-05-12T14:00:00Z"),
      fromArchive: true,
      participantList: "annexed",
      nextMeetingText: "the next virtual meeting of the WG is planned for 2 June - 2 PM UTC.",
    })
    const items = await app
      .select()
      .from(agendaItems)
      .where(eq(agendaItems.meetingId, meetingId))
      .orderBy(asc(agendaItems.position))
    expect(items.map(({ title, coverage }) => [title.slice(0, 20), coverage])).toEqual([
      ["Review of the berth ", "discussed"],
      ["Update on behalf of ", "discussed"],
      ["Spring survey 2022 f", "discussed"],
      ["AOB", "discussed"],
      ["Update from the Secr", "discussed"],
      ["Young pilots in the ", "no-update"],
    ])
    const listed = await app
      .select({ name: people.name, id: people.id, capacity: attendance.capacity })
      .from(attendance)
      .innerJoin(people, eq(people.id, attendance.personId))
      .where(eq(attendance.meetingId, meetingId))
      .orderBy(asc(attendance.position))
    expect(listed.map(({ name }) => name)).toEqual([
      "Ilva Morandini",
      "Teodor Achebe-Lind",
      "Priya Castelnau",
      "Dawit Sorensen",
      "Hyejin Abara",
      "Sanjit Averbeck",
      "Velia Orsini-March",
      "Noor el Amrani",
    ])
    expect(listed[0]).toMatchObject({
      id: chair.personId,
      capacity: "Group’s Co-Chair, Ministry of Ports, past Board Member",
    })
    expect(listed[6]?.id).toBe(known.id)
    const offices = await app
      .select({ kind: meetingOffices.kind, personId: meetingOffices.personId })
      .from(meetingOffices)
      .where(eq(meetingOffices.meetingId, meetingId))
    expect(offices).toEqual([
      { kind: "host", personId: chair.personId },
      { kind: "moderator", personId: listed[1]?.id },
    ])
    const [saved] = await app
      .select()
      .from(minutesRevisions)
      .where(eq(minutesRevisions.meetingId, meetingId))
    const text = minutesText.parse(saved?.text)
    expect(text.order).toEqual(["opening", ...items.map((item) => item.id), "closing"])
    expect(docText(sectionOf(text, items[0]?.id ?? ""))).toContain("gaps can be seen at once")
    expect(saved).toMatchObject({ number: 1, authorId: chair.personId })
    expect(draft.text.order).toHaveLength(8)
  })

  test("two listed lines of one person become one attendance, and a name is added once", async () => {
    const twice = numbered(42).replace(
      "8. Noor el Amrani",
      "8. Otto Brandvold\n9. Otto Brandvold, chair\n10. Noor el Amrani",
    )
    const { id, revision } = await first(bring([file("twice.txt", twice)]))
    const { meetingId } = await saveImport(chair, { fileId: id, revision })
    const bearers = await app.select().from(people).where(eq(people.name, "Otto Brandvold"))
    expect(bearers).toHaveLength(1)
    const seats = await app.select().from(attendance).where(eq(attendance.meetingId, meetingId))
    expect(seats.filter(({ personId }) => personId === bearers[0]?.id)).toHaveLength(1)
  })

  test("two namesakes under two capacities are noted, and both are saved once somebody left them", async () => {
    const listed = "5. Hyejin Abara (HPA)"
    const two = (number: number) =>
      numbered(number).replace(listed, `${listed}\n6. Hyejin Abara, Ministry of Tides`)
    const seats = async (meetingId: string) =>
      (
        await app
          .select({
            personId: attendance.personId,
            capacity: attendance.capacity,
            name: people.name,
          })
          .from(attendance)
          .innerJoin(people, eq(people.id, attendance.personId))
          .where(eq(attendance.meetingId, meetingId))
      ).filter(({ name }) => name === "Hyejin Abara")
    const brought = await bring([file("namesakes.txt", two(63))])
    const line = await first(Promise.resolve(brought))
    const place = line.reading?.findings.findIndex(({ rule }) => rule === "duplicate-participant")
    const finding = line.reading?.findings[place ?? -1]
    expect(finding).toMatchObject({ severity: "note", values: { one: "HPA" } })
    expect(finding && describeFinding(finding, "en")).toContain("If these are two people")
    const left = await correctImport(chair, formOf(line, { fix: `${place}:leave` }), "en")
    const { meetingId } = await saveImport(chair, left)
    const both = await seats(meetingId)
    expect(both.map(({ capacity }) => capacity)).toEqual(["HPA", "Ministry of Tides"])
    expect(new Set(both.map(({ personId }) => personId)).size).toBe(2)

    // The same two sit in every further report, in whatever order it lists them.
    const turned = numbered(65).replace(
      listed,
      `5. Hyejin Abara, Ministry of Tides\n6. Hyejin Abara (HPA)`,
    )
    for (const text of [two(64), turned]) {
      const further = await bring([file("further.txt", text)])
      const next = await first(Promise.resolve(further))
      const batchId = further[0]?.batchId ?? ""
      const { questions } = await identifyBatch(app, { groupId: group.id, batchId })
      const [question] = questions.filter(({ name }) => name.name === "Hyejin Abara")
      const personId = question?.asked.personId
      // Whatever is said of the name: which of the two sits where, their capacities say.
      const answer = text === turned ? "other" : "same"
      const said = { batchId, name: "Hyejin Abara", personId, answer }
      await answerPerson(chair, answerPersonInput.parse(said))
      const at = next.reading?.findings.findIndex(({ rule }) => rule === "duplicate-participant")
      const kept = await correctImport(chair, formOf(next, { fix: `${at}:leave` }), "en")
      const again = await seats((await saveImport(chair, kept)).meetingId)
      expect(again).toHaveLength(2)
      expect(again).toEqual(expect.arrayContaining(both))
    }
  })

  test("a taken number saves nothing at all, and another one can be given", async () => {
    await arrangeMeeting(owner, { groupId: group.id, number: 43 })
    const before = await app.select({ id: people.id }).from(people)
    const text = numbered(43).replaceAll("Sanjit Averbeck", "Wanjiru Mbeki")
    const line = await first(bring([file("taken.txt", text)]))
    await expect(
      saveImport(chair, { fileId: line.id, revision: line.revision }),
    ).rejects.toMatchObject({ code: "conflict", fields: { number: "meeting.numberTaken" } })
    expect(await app.select({ id: people.id }).from(people)).toHaveLength(before.length)
    const corrected = await correctImport(chair, formOf(line, { number: "44" }), "en")
    const { meetingId } = await saveImport(chair, corrected)
    const [meeting] = await app.select().from(meetings).where(eq(meetings.id, meetingId))
    expect(meeting?.number).toBe(44)
  })

  test("a draft without number and date is saved; a saved or discarded file is closed", async () => {
    const bare =
      "Minutes\n\nAgenda\n1. Gauges\n\n1. Gauges\n\nWe spoke of them.\n\nParticipants\n\nOtto Brandvold\nLin Zhao-Perera\n"
    const line = await first(bring([file("bare.txt", bare)]))
    const { meetingId } = await saveImport(chair, { fileId: line.id, revision: line.revision })
    const [meeting] = await app.select().from(meetings).where(eq(meetings.id, meetingId))
    expect(meeting).toMatchObject({ number: null, startsAt: null })
    await expect(
      saveImport(chair, { fileId: line.id, revision: line.revision + 1 }),
    ).rejects.toMatchObject({ code: "conflict", key: "imports.settled" })
    const other = await first(bring([file("other.txt", numbered(45))]))
    await discardImport(chair, { fileId: other.id, revision: other.revision })
    await expect(correctImport(chair, formOf(other), "en")).rejects.toMatchObject({
      key: "imports.settled",
    })
    const again = await bring([file("other.txt", numbered(45))])
    expect(again[0]?.state).toBe("read")
  })

  test("a file that was put aside is taken up again as it was corrected, unless its text came anew", async () => {
    const line = await first(bring([file("aside.txt", numbered(46))]))
    const { revision } = await correctImport(chair, formOf(line, { title: "Tides" }), "en")
    await expect(takeUpImport(chair, { fileId: line.id, revision })).rejects.toMatchObject({
      key: "imports.notAside",
    })
    const { batchId } = await discardImport(chair, { fileId: line.id, revision })
    const aside = { fileId: line.id, revision: revision + 1 }
    await expect(takeUpImport(member, aside)).rejects.toMatchObject({ code: "forbidden" })
    const again = await first(bring([file("anew.txt", numbered(46))]))
    await expect(takeUpImport(chair, aside)).rejects.toMatchObject({
      ...{ key: "imports.broughtAgain", values: { file: "anew.txt" } },
    })
    await discardImport(chair, { fileId: again.id, revision: again.revision })
    await takeUpImport(chair, aside)
    const back = await getFile(chair, group.slug, batchId, line.id)
    expect(back).toMatchObject({ state: "read", draft: { title: "Tides" } })
    await saveImport(chair, { fileId: back.id, revision: back.revision })
  })
})

test("what was left as it is in the import stays left beside the minutes; an error does not", async () => {
  const text = numbered(61).replace(
    "Farah Mensimah asked about the sample.",
    "The QZX was shown to the QZX last November. Write to otto.brandvold@example.org about it.",
  )
  const brought = await bring([file("left.txt", text)])
  const batchId = brought[0]?.batchId ?? ""
  const line = await first(Promise.resolve(brought))
  const findings = line.reading?.findings ?? []
  const left = findings.flatMap(({ rule }, place) =>
    ["abbreviation-undefined", "relative-date", "personal-data"].includes(rule) ? [place] : [],
  )
  expect(new Set(left.map((place) => findings[place]?.rule)).size).toBeGreaterThan(1)
  let { revision } = line
  for (const place of left) {
    const { draft } = await getFile(chair, group.slug, batchId, line.id)
    if (!draft) throw new Error("The draft is gone")
    const start = localFields(new Date(draft.startsAt ?? ""), draft.zone)
    const form = formOf({ ...line, draft, revision }, { ...start, fix: `${place}:leave` })
    revision = (await correctImport(chair, form, "en")).revision
  }
  const { meetingId } = await saveImport(chair, { fileId: line.id, revision })
  const recorded = await app
    .select({ data: events.data, actorId: events.actorId })
    .from(events)
    .where(and(eq(events.subjectId, meetingId), eq(events.name, "import.findingsLeft")))
  const check = await getMinutesCheck(chair, group.id, meetingId, "en")
  const open = check.findings.filter((finding) => finding.left === null)
  const leftOnes = check.findings.filter((finding) => finding.left !== null)
  expect(leftOnes.map(({ rule }) => rule)).toContain("abbreviation-undefined")
  expect(leftOnes[0]?.left?.by).toBe("Ilva Morandini")
  expect(leftOnes.map(({ severity }) => severity)).not.toContain("error")
  expect(recorded).toEqual([
    { data: { number: 61, findings: leftOnes.length }, actorId: chair.personId },
  ])
  const rest = open.filter(({ severity }) => severity !== "error").map(({ rule }) => rule)
  expect(rest).not.toContain("abbreviation-undefined")
  expect(rest).not.toContain("relative-date")
})

test("what was put right is not left, wherever else the same words stand", async () => {
  const text = numbered(62).replace(
    "Farah Mensimah asked about the sample.",
    "The QZX was shown to the QZX last November.",
  )
  const line = await first(bring([file("put-right.txt", text)]))
  const findings = line.reading?.findings ?? []
  const place = findings.findIndex(({ rule }) => rule === "abbreviation-undefined")
  expect(place).toBeGreaterThanOrEqual(0)
  // As a press leaves it that put the words right in another place.
  const corrected = { ...line.draft, settled: [place], left: [] }
  await owner.update(importFiles).set({ corrected }).where(eq(importFiles.id, line.id))
  const { meetingId } = await saveImport(chair, { fileId: line.id, revision: line.revision })
  const check = await getMinutesCheck(chair, group.id, meetingId, "en")
  const said = check.findings.filter(({ rule }) => rule === "abbreviation-undefined")
  expect(said.map(({ left }) => left)).toEqual([null])
  const recorded = await app
    .select()
    .from(events)
    .where(and(eq(events.subjectId, meetingId), eq(events.name, "import.findingsLeft")))
  expect(recorded).toEqual([])
})

describe("correcting", () => {
  test("keeps what was changed and refuses a form that is not up to date", async () => {
    const line = await first(bring([file("edit.txt", numbered(51))]))
    const { day, time } = localFields(new Date(line.draft.startsAt ?? ""), line.draft.zone)
    const untouched = await correctImport(chair, formOf(line, { day, time }), "en")
    expect(untouched.revision).toBe(line.revision)
    const [, survey] = [line.draft.agenda[1], line.draft.agenda[2]]
    const form = formOf(line, {
      number: "52",
      moderators: "Dawit Sorensen",
      sections: {
        [survey?.id ?? ""]:
          "The survey was shown.\n\nACTION: Print it\nOWNERS: Dawit Sorensen\nDUE: 2022-06-01",
      },
      present: "Dawit Sorensen; Government of Norland\nSamir Koskela",
    })
    const { revision, batchId } = await correctImport(chair, form, "en")
    const kept = await getFile(chair, group.slug, batchId, line.id)
    expect(kept.draft).toMatchObject({
      number: 52,
      moderators: ["Dawit Sorensen"],
      present: [
        { name: "Dawit Sorensen", capacity: "Government of Norland" },
        { name: "Samir Koskela", capacity: "" },
      ],
    })
    const section = sectionOf(kept.draft?.text ?? line.draft.text, survey?.id ?? "")
    expect(section.content[1]).toMatchObject({
      type: "action",
      attrs: { owners: [{ name: "Dawit Sorensen" }], due: "2022-06-01" },
    })
    await expect(correctImport(chair, form, "en")).rejects.toMatchObject({
      ...{ code: "conflict", key: "imports.staleForm" },
      data: { slug: group.slug, batchId, revision },
    })
    expect(revision).toBe(line.revision + 1)
    await expect(correctImport(member, { ...form, revision }, "en")).rejects.toMatchObject({
      code: "forbidden",
    })
  })

  test("an answer to a finding does what it says and settles it", async () => {
    const text = numbered(53).replace(
      "Participants asked for a clear aim.",
      "It was agreed that the table stays open. Priya Castelnau will send a draft by 1 June 2022.",
    )
    let line = await first(bring([file("answers.txt", text)]))
    const findings = line.reading?.findings ?? []
    const place = (rule: string) => String(findings.findIndex((finding) => finding.rule === rule))
    for (const fix of [
      place("decision-unmarked"),
      place("action-unmarked"),
      place("speaker-not-listed"),
      place("heading-differs"),
      `${place("placeholder-link")}:leave`,
    ]) {
      const { batchId } = await correctImport(chair, formOf(line, { fix }), "en")
      const kept = await getFile(chair, group.slug, batchId, line.id)
      if (!kept.draft) throw new Error("The draft is gone")
      line = { ...kept, draft: kept.draft }
    }
    const [table, harbour] = line.draft.agenda
    expect(sectionOf(line.draft.text, table?.id ?? "").content.map(({ type }) => type)).toEqual([
      "paragraph",
      "decision",
      "action",
    ])
    expect(sectionOf(line.draft.text, table?.id ?? "").content[2]).toMatchObject({
      attrs: { owners: [{ name: "Priya Castelnau" }], due: "2022-06-01" },
    })
    expect(line.draft.present.at(-1)?.name).toBe("Farah Mensimah")
    expect(docText(sectionOf(line.draft.text, harbour?.id ?? ""))).not.toContain("Harbour Mater")
    expect(line.draft.settled).toHaveLength(5)
  })
})

test("adding a host to the list settles what was said of them as a speaker; one spelling serves for all", async () => {
  const text = numbered(54)
    .replace(
      "moderated with the support of the co-chair Teodor Achebe-Lind",
      "moderated by Oriel Santamaria",
    )
    .replace(
      "Farah Mensimah asked about the sample.",
      "Oriel Santamaria asked. Hyejin Abbara replied.",
    )
    .replace("the next virtual meeting of the WG is planned for 2 June - 2 PM UTC.", "in two weeks")
  const line = await first(bring([file("names.txt", text)]))
  const findings = line.reading?.findings ?? []
  const place = (rule: string) => String(findings.findIndex((finding) => finding.rule === rule))
  const press = async (shown: typeof line, fix: string) => {
    const { batchId } = await correctImport(chair, formOf(shown, { fix }), "en")
    const kept = await getFile(chair, group.slug, batchId, shown.id)
    if (!kept.draft) throw new Error("The draft is gone")
    return { ...kept, draft: kept.draft }
  }
  const added = await press(line, place("host-not-listed"))
  expect(added.draft.settled.map((at) => findings[at]?.rule).sort()).toEqual([
    "host-not-listed",
    "speaker-not-listed",
  ])
  const spelt = await press(added, place("name-variant"))
  expect(docText(sectionOf(spelt.draft.text, spelt.draft.agenda[2]?.id ?? ""))).toContain(
    "Hyejin Abara replied.",
  )
  const dated = await press(spelt, place("next-meeting-undated"))
  expect(dated.draft.nextMeeting).toBe("in two weeks (Thursday 26 May 2022)")
})

test("an outsider's group knows nothing of a batch", async () => {
  const other = await makeGroup(owner)
  const outsider = await makeActor(owner, { roles: { [other.id]: "co-chair" } })
  const [line] = await bring([file("secret.txt", numbered(61))])
  const [row] = await app
    .select()
    .from(importFiles)
    .where(inArray(importFiles.id, [line?.id ?? ""]))
  await expect(getProgress(outsider, other.slug, row?.batchId ?? "")).rejects.toMatchObject({
    code: "not_found",
  })
  await expect(saveImport(outsider, { fileId: line?.id ?? "", revision: 1 })).rejects.toMatchObject(
    { code: "not_found" },
  )
})
