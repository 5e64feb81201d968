import { eq, inArray } from "drizzle-orm"
import { describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, makePerson, type SignedIn } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { importAnswers, importFiles } from "@/db/schema/imports"
import { attendance } from "@/db/schema/meetings"
import { people, personAliases } from "@/db/schema/people"
import { bringInNow } from "@/e2e/support/bring-in-now"
import { mergePeople } from "@/lib/people/merge"
import { answerPerson } from "./answer-person"
import { answerPersonInput, takeBackAnswerInput } from "./input"
import { getFile } from "./queries"
import { listQuestions } from "./questions"
import { listResults } from "./results"
import { saveImport } from "./save"
import { takeBackAnswer } from "./take-back-answer"

const { app, owner } = await testDatabase()

/** A report with the names as its participants, and what is said in it. */
function report(
  number: number,
  names: string[],
  said = "The gauges were read.",
  day = "12 May 2022",
) {
  return [
    "Working Group on Tides",
    "",
    `Online Meeting ${number}`,
    "",
    `${day} at 2 p.m. UTC`,
    "",
    `The ${number}th virtual meeting was held on ${day} at 2 p.m. UTC. The list of participants is annexed.`,
    "",
    "Agenda",
    "",
    "1. Gauges",
    "",
    "1. Gauges",
    "",
    said,
    "",
    "Annex 1: List of participants",
    "",
    ...names.map((name, at) => `${at + 1}. ${name}`),
    "",
  ].join("\n")
}

async function setting() {
  const group = await makeGroup(owner)
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const bring = async (...texts: string[]) => {
    const files = texts.map((text, at) => new File([text], `report-${at + 1}.txt`))
    return bringInNow(chair, group.id, files)
  }
  const questions = (batchId: string) => listQuestions(chair, group.slug, batchId)
  const answer = (batchId: string, said: object) =>
    answerPerson(chair, answerPersonInput.parse({ batchId, ...said }))
  const save = async (batchId: string) => {
    const saved: string[] = []
    for (const { id, revision } of await openIn(chair, group.slug, batchId))
      saved.push((await saveImport(chair, { fileId: id, revision })).meetingId)
    return saved
  }
  return { group, chair, bring, questions, answer, save }
}

const openIn = async (chair: SignedIn, slug: string, batchId: string) =>
  (await listResults(chair, slug, batchId, { show: null, page: 1 })).filter(
    ({ state }) => state === "read",
  )
const named = (name: string) => app.select().from(people).where(eq(people.name, name))

describe("somebody whom the register knows under another spelling", () => {
  test("is asked about once for all files; the answer is an alias, settles findings, and both reports name one person", async () => {
    const { group, chair, bring, questions, answer, save } = await setting()
    const kept = await makePerson(owner, {
      name: "Sanjit Averbeck",
      affiliations: [{ organisation: "Harbour Exchange" }],
    })
    const said = "Sanjit Averbek said that the gauges were read. Priya Castelnau agreed."
    const batchId = await bring(
      report(11, ["Sanjit Averbek, Harbour Exchange", "Priya Castelnau"]),
      report(12, ["Priya Castelnau", "Sanjit Averbek", "Sanjit Averbeck"], said, "26 May 2022"),
    )
    const asked = await questions(batchId)
    expect(asked.questions).toEqual([
      {
        name: "Sanjit Averbek",
        places: [
          expect.objectContaining({ file: "report-1.txt", lines: [19] }),
          expect.objectContaining({ file: "report-2.txt", lines: [20] }),
        ],
        asked: {
          personId: kept.id,
          name: "Sanjit Averbeck",
          affiliation: "Harbour Exchange",
          places: [expect.objectContaining({ file: "report-2.txt", lines: [21] })],
        },
        ...{ bearers: false, elsewhere: false },
      },
    ])
    expect(asked.matched).toEqual([
      {
        ...{ name: "Sanjit Averbeck", person: "Sanjit Averbeck", personId: kept.id },
        ...{ answer: "none", answerId: null, capacity: "", affiliation: "Harbour Exchange" },
        files: ["report-2.txt"],
      },
    ])
    expect(asked.added).toBe(1)
    const open = await openIn(chair, group.slug, batchId)
    const variant = async () => {
      const file = await getFile(chair, group.slug, batchId, open[1]?.id ?? "")
      const at = file.reading?.findings.findIndex(({ rule }) => rule === "name-variant") ?? -1
      return { at, settled: file.draft?.settled ?? [] }
    }
    const before = await variant()
    expect(before.at).toBeGreaterThanOrEqual(0)
    expect(before.settled).not.toContain(before.at)

    await answer(batchId, { name: "Sanjit Averbek", personId: kept.id, answer: "same" })
    expect((await variant()).settled).toContain(before.at)
    expect((await questions(batchId)).questions).toEqual([])
    const aliases = await app
      .select()
      .from(personAliases)
      .where(eq(personAliases.personId, kept.id))
    expect(aliases.map(({ alias }) => alias)).toEqual(["Sanjit Averbek"])
    const [event] = await app.select().from(events).where(eq(events.name, "import.answered"))
    expect(event).toMatchObject({
      groupId: group.id,
      data: { answer: "same", of: "Sanjit Averbeck" },
    })

    const meetings = await save(batchId)
    const seats = await app.select().from(attendance).where(inArray(attendance.meetingId, meetings))
    expect(seats.filter(({ personId }) => personId === kept.id)).toHaveLength(2)
    expect(await named("Sanjit Averbek")).toEqual([])
    expect(await named("Priya Castelnau")).toHaveLength(1)
  })

  test("is somebody else by an answer, and not asked about in the next batch either", async () => {
    const { bring, questions, answer, save } = await setting()
    const kept = await makePerson(owner, { name: "Otto Emil Brandvold" })
    const batchId = await bring(report(11, ["Otto Brandvold", "Lin Zhao-Perera"]))
    await answer(batchId, { name: "Otto Brandvold", personId: kept.id, answer: "other" })
    expect((await questions(batchId)).questions).toEqual([])
    const next = await bring(
      report(12, ["Otto Brandvold", "Hyejin Abara"], "Nothing.", "26 May 2022"),
    )
    expect((await questions(next)).questions).toEqual([])
    await save(batchId)
    const [added] = await named("Otto Brandvold")
    expect(added?.id).not.toBe(kept.id)
  })
})

describe("a namesake", () => {
  test("who belongs elsewhere is asked about, and once said is not asked again in the group", async () => {
    const { bring, questions, answer } = await setting()
    const kept = await makePerson(owner, {
      name: "Maria Silveira",
      affiliations: [{ organisation: "Tide Register" }],
    })
    const listed = ["Maria Silveira, Ministry of Health", "Ferdinand Achterhuis"]
    const batchId = await bring(report(11, listed))
    const { questions: asked, matched } = await questions(batchId)
    expect(matched.filter(({ person }) => person === "Maria Silveira")).toEqual([])
    expect(asked).toMatchObject([
      { name: "Maria Silveira", asked: { personId: kept.id, affiliation: "Tide Register" } },
    ])
    await answer(batchId, { name: "Maria Silveira", personId: kept.id, answer: "same" })
    const aliases = await app
      .select()
      .from(personAliases)
      .where(eq(personAliases.personId, kept.id))
    expect(aliases).toEqual([])
    const next = await bring(report(12, listed, "Nothing.", "26 May 2022"))
    expect((await questions(next)).questions).toEqual([])
  })

  test("who belongs elsewhere is no second person before somebody said so; the report waits", async () => {
    const { group, chair, bring, questions, answer, save } = await setting()
    const kept = await makePerson(owner, {
      name: "Maria Quintavalle",
      affiliations: [{ organisation: "Tide Register" }],
    })
    const listed = ["Maria Quintavalle, Ministry of Health", "Gudrun Eteme-Falk"]
    const batchId = await bring(
      report(11, listed),
      report(12, ["Gudrun Eteme-Falk"], "Nothing.", "26 May 2022"),
      report(13, listed, "Nothing.", "9 June 2022"),
    )
    const before = await app.select({ id: people.id }).from(people)
    await expect(save(batchId)).rejects.toMatchObject({
      ...{ code: "conflict", key: "imports.namesake", values: { name: "Maria Quintavalle" } },
    })
    expect(await app.select({ id: people.id }).from(people)).toHaveLength(before.length)
    // Another report of the batch is not kept from being saved.
    const [, harmless] = await openIn(chair, group.slug, batchId)
    await saveImport(chair, { fileId: harmless?.id ?? "", revision: harmless?.revision ?? 0 })
    const { questions: asked } = await questions(batchId)
    expect(asked).toMatchObject([
      { name: "Maria Quintavalle", elsewhere: true, bearers: false, asked: { personId: kept.id } },
    ])
    await answer(batchId, { name: "Maria Quintavalle", personId: kept.id, answer: "other" })
    await save(batchId)
    // Somebody said so: one second person, and no third one with the second report.
    expect(await named("Maria Quintavalle")).toHaveLength(2)
  })

  test("whom one report of the batch puts where they belong is not asked about for another, saved or not", async () => {
    const { bring, questions, save } = await setting()
    const kept = await makePerson(owner, {
      name: "Amparo Lindgren-Sy",
      affiliations: [{ organisation: "Names of the North" }],
    })
    const batchId = await bring(
      report(11, ["Amparo Lindgren-Sy, Names of the North", "Gudrun Eteme-Falk"]),
      report(12, ["Amparo Lindgren-Sy, Registro Norte"], "Nothing.", "26 May 2022"),
    )
    expect((await questions(batchId)).questions).toEqual([])
    const meetings = await save(batchId)
    const seats = await app.select().from(attendance).where(inArray(attendance.meetingId, meetings))
    expect(seats.filter(({ personId }) => personId === kept.id)).toHaveLength(2)
  })

  test("whom another report spells otherwise and puts where they belong keeps no report from being saved", async () => {
    const { bring, questions, save } = await setting()
    const kept = await makePerson(owner, {
      name: "Dorothea Vansittart",
      affiliations: [{ organisation: "Tide Register" }],
    })
    const batchId = await bring(
      report(11, ["Dorothea VANSITTART, Ministry of Health", "Gudrun Eteme-Falk"]),
      report(12, ["Dorothea Vansittart, Tide Register"], "Nothing.", "26 May 2022"),
    )
    expect((await questions(batchId)).questions).toEqual([])
    const meetings = await save(batchId)
    const seats = await app.select().from(attendance).where(inArray(attendance.meetingId, meetings))
    expect(seats.filter(({ personId }) => personId === kept.id)).toHaveLength(2)
  })

  test("who keeps a report from being saved is asked about before all others", async () => {
    const { bring, questions } = await setting()
    const odd = Array.from(
      { length: 21 },
      (_, at) => `Brunhilde Quist${"abcdefghijklmnopqrstu"[at]}`,
    )
    await makePerson(owner, { name: "Brunhilde Quist" })
    await makePerson(owner, {
      name: "Saoirse Tamsin-Vale",
      affiliations: [{ organisation: "Tide Register" }],
    })
    const batchId = await bring(report(11, [...odd, "Saoirse Tamsin-Vale, Ministry of Health"]))
    const { questions: asked, total } = await questions(batchId)
    expect(total).toBeGreaterThan(20)
    expect(asked[0]).toMatchObject({ name: "Saoirse Tamsin-Vale", elsewhere: true })
  })

  test("who was matched without a question is said to be somebody else, and so is saved", async () => {
    const { bring, questions, answer, save } = await setting()
    const kept = await makePerson(owner, { name: "Rosalind Ibarra-Okafor" })
    const batchId = await bring(report(11, ["Rosalind Ibarra-Okafor", "Ferdinand Achterhuis"]))
    const [match] = (await questions(batchId)).matched
    expect(match).toMatchObject({ personId: kept.id, answer: "none", files: ["report-1.txt"] })
    const said = { name: "Rosalind Ibarra-Okafor", personId: kept.id }
    await expect(answer(batchId, { ...said, answer: "same" })).rejects.toMatchObject({
      key: "imports.answered",
    })
    await answer(batchId, { ...said, answer: "other" })
    const after = await questions(batchId)
    expect(after.matched).toEqual([])
    expect(after.answered).toMatchObject([{ name: said.name, answer: "other" }])
    const [meetingId = ""] = await save(batchId)
    const seats = await app.select().from(attendance).where(eq(attendance.meetingId, meetingId))
    expect(seats.map(({ personId }) => personId)).not.toContain(kept.id)
    expect(await named("Rosalind Ibarra-Okafor")).toHaveLength(2)
  })
})

describe("an answer that was wrong", () => {
  test("is taken back with the alias that it made, and the question is open again", async () => {
    const { group, chair, bring, questions, answer } = await setting()
    const kept = await makePerson(owner, { name: "Leocadia Brandmark" })
    await owner.insert(personAliases).values({ personId: kept.id, alias: "Lea" })
    const batchId = await bring(report(11, ["Leocadia Brandmarck", "Ferdinand Achterhuis"]))
    const said = { name: "Leocadia Brandmarck", personId: kept.id }
    const back = async (actor = chair) => {
      const [answered] = (await questions(batchId)).answered
      const answerId = answered?.answerId ?? crypto.randomUUID()
      return takeBackAnswer(
        actor,
        takeBackAnswerInput.parse({ batchId, answerId, name: said.name }),
      )
    }
    await expect(back()).rejects.toMatchObject({ key: "imports.notAnswered" })
    await answer(batchId, { ...said, answer: "same" })
    expect((await questions(batchId)).answered).toMatchObject([
      { name: said.name, person: "Leocadia Brandmark", answer: "same" },
    ])
    const member = await makeActor(owner, { roles: { [group.id]: "member" } })
    await expect(back(member)).rejects.toMatchObject({ code: "forbidden" })
    await back()
    const aliases = await app
      .select()
      .from(personAliases)
      .where(eq(personAliases.personId, kept.id))
    expect(aliases.map(({ alias }) => alias)).toEqual(["Lea"])
    expect(await questions(batchId)).toMatchObject({
      ...{ answered: [], questions: [{ name: said.name }] },
    })
    await answer(batchId, { ...said, answer: "other" })
    expect((await questions(batchId)).questions).toEqual([])
    await back()
    expect((await questions(batchId)).questions).toHaveLength(1)
  })

  test("opens what it settled again when it is taken back, in whatever spelling the files have it", async () => {
    const { group, chair, bring, questions, answer } = await setting()
    const kept = await makePerson(owner, { name: "Josefina Averbeck" })
    const said = "Josefina Averbeck said that the gauges were read."
    const batchId = await bring(
      report(11, ["Joséfina Averbek", "Priya Castelnau"], said),
      report(12, ["Josefina Averbek", "Priya Castelnau"], said, "26 May 2022"),
    )
    const settled = async () => {
      const open = await openIn(chair, group.slug, batchId)
      const files = await Promise.all(open.map(({ id }) => getFile(chair, group.slug, batchId, id)))
      return files.map(({ draft }) => draft?.settled)
    }
    const before = await settled()
    const [question] = (await questions(batchId)).questions
    await answer(batchId, { name: question?.name, personId: kept.id, answer: "same" })
    expect((await settled())[1]).not.toEqual(before[1])
    // The one that writes the name as it was answered is closed: the other has another spelling.
    const [first] = await openIn(chair, group.slug, batchId)
    await saveImport(chair, { fileId: first?.id ?? "", revision: first?.revision ?? 1 })
    const [answered] = (await questions(batchId)).answered
    expect(answered?.name).not.toBe(question?.name)
    await takeBackAnswer(
      chair,
      takeBackAnswerInput.parse({ batchId, answerId: answered?.answerId, name: answered?.name }),
    )
    expect(await settled()).toEqual([before[1]])
    expect((await questions(batchId)).questions).toHaveLength(1)
  })

  test("is taken back when all of its files are saved", async () => {
    const { group, chair, bring, questions, answer, save } = await setting()
    const kept = await makePerson(owner, { name: "Ferdinanda Achterhuis" })
    const batchId = await bring(report(11, ["Ferdinanda Achterhuys", "Priya Castelnau"]))
    const said = { name: "Ferdinanda Achterhuys", personId: kept.id }
    await answer(batchId, { ...said, answer: "same" })
    await save(batchId)
    const [answered] = (await questions(batchId)).answered
    expect(answered).toMatchObject({ ...said, answer: "same", files: [] })
    const other = await bring(report(12, ["Priya Castelnau"], "Nothing.", "26 May 2022"))
    const input = { answerId: answered?.answerId, name: said.name }
    await expect(
      takeBackAnswer(chair, takeBackAnswerInput.parse({ ...input, batchId: other })),
    ).rejects.toMatchObject({ key: "imports.notAnswered" })
    await takeBackAnswer(chair, takeBackAnswerInput.parse({ ...input, batchId }))
    const aliases = app.select().from(personAliases).where(eq(personAliases.personId, kept.id))
    expect(await aliases).toEqual([])
    expect((await listQuestions(chair, group.slug, batchId)).answered).toEqual([])
  })
})

describe("two names that the register knows nothing of", () => {
  test("become one person with an alias", async () => {
    const { bring, questions, answer, save } = await setting()
    const batchId = await bring(
      report(11, ["Coco Orsini", "Lamine Rautio"]),
      report(12, ["Concordia Orsini", "Lamine Rautio"], "Nothing.", "26 May 2022").replace(
        "The list of",
        "The meeting was hosted by Concordia Orsini (Coco). The list of",
      ),
    )
    const [question] = (await questions(batchId)).questions
    expect(question).toMatchObject({
      name: "Coco Orsini",
      asked: { personId: null, name: "Concordia Orsini", places: [{ file: "report-2.txt" }] },
    })
    await answer(batchId, { name: "Coco Orsini", other: "Concordia Orsini", answer: "same" })
    const [one] = await named("Concordia Orsini")
    const meetings = await save(batchId)
    const seats = await app.select().from(attendance).where(inArray(attendance.meetingId, meetings))
    expect(seats.filter(({ personId }) => personId === one?.id)).toHaveLength(2)
    expect(await named("Coco Orsini")).toEqual([])
    expect(await named("Lamine Rautio")).toHaveLength(1)
  })

  test("that are two people are not asked about again", async () => {
    const { bring, questions, answer } = await setting()
    const batchId = await bring(report(11, ["Suda", "Suda Vance-Okoro", "Noor el Amrani"]))
    expect((await questions(batchId)).questions).toMatchObject([{ name: "Suda" }])
    await answer(batchId, { name: "Suda", other: "Suda Vance-Okoro", answer: "other" })
    expect((await questions(batchId)).questions).toEqual([])
    expect(await named("Suda Vance-Okoro")).toHaveLength(1)
  })
})

test("a name that several people bear keeps its report from being saved until somebody says who is meant", async () => {
  const { bring, questions, answer, save } = await setting()
  const one = await makePerson(owner, { name: "Dawit Sorensen" })
  const two = await makePerson(owner, { name: "Dawit Sorensen" })
  const batchId = await bring(report(11, ["Dawit Sorensen", "Velia Orsini-March"]))
  const before = await app.select({ id: people.id }).from(people)
  await expect(save(batchId)).rejects.toMatchObject({
    code: "conflict",
    key: "imports.whichPerson",
    values: { name: "Dawit Sorensen" },
  })
  expect(await app.select({ id: people.id }).from(people)).toHaveLength(before.length)
  const [question] = (await questions(batchId)).questions
  expect(question?.bearers).toBe(true)
  const first = question?.asked.personId ?? ""
  await answer(batchId, { name: "Dawit Sorensen", personId: first, answer: "other" })
  const [meetingId] = await save(batchId)
  const seats = await app
    .select()
    .from(attendance)
    .where(eq(attendance.meetingId, meetingId ?? ""))
  expect(seats.map(({ personId }) => personId)).toContain(first === one.id ? two.id : one.id)
})

describe("an answer is refused", () => {
  test("for a person whom no question asks about, and a second time", async () => {
    const { bring, answer } = await setting()
    const stranger = await makePerson(owner, { name: "Teodor Achebe-Lind" })
    const kept = await makePerson(owner, { name: "Benedikt Achterberg" })
    const batchId = await bring(report(11, ["Benedikt Achterbeg", "Katya Ó Dálaigh"]))
    const said = { name: "Benedikt Achterbeg", answer: "same" }
    await expect(answer(batchId, { ...said, personId: stranger.id })).rejects.toMatchObject({
      code: "conflict",
      key: "imports.answered",
    })
    await answer(batchId, { ...said, personId: kept.id })
    await expect(answer(batchId, { ...said, personId: kept.id })).rejects.toMatchObject({
      key: "imports.answered",
    })
    const kinds = await app.select().from(importAnswers).where(eq(importAnswers.batchId, batchId))
    expect(kinds).toHaveLength(1)
  })

  test("to members, and of a batch that is not the group's", async () => {
    const { group, bring } = await setting()
    const kept = await makePerson(owner, { name: "Ilva Morandini-Falk" })
    const batchId = await bring(report(11, ["Ilva Morandini-Falck", "Samir Koskela"]))
    const said = answerPersonInput.parse({
      batchId,
      name: "Ilva Morandini-Falck",
      personId: kept.id,
      answer: "same",
    })
    const member = await makeActor(owner, { roles: { [group.id]: "member" } })
    await expect(answerPerson(member, said)).rejects.toMatchObject({ code: "forbidden" })
    const outsider = await makeActor(owner)
    await expect(answerPerson(outsider, said)).rejects.toMatchObject({ code: "not_found" })
    await expect(listQuestions(outsider, group.slug, batchId)).rejects.toMatchObject({
      code: "not_found",
    })
  })
})

test("an answer moves with a merged person", async () => {
  const { bring, questions, answer } = await setting()
  const desk = await makeActor(owner, { secretariat: true })
  const kept = await makePerson(owner, { name: "Wanjiru Mbeki" })
  const merged = await makePerson(owner, { name: "Wanjiru W. Mbeki" })
  const batchId = await bring(report(11, ["Wanjiru Mbekki", "Samir Koskela"]))
  const [question] = (await questions(batchId)).questions
  await answer(batchId, {
    name: "Wanjiru Mbekki",
    personId: question?.asked.personId,
    answer: "same",
  })
  await mergePeople(desk, { keptId: kept.id, mergedId: merged.id })
  expect((await questions(batchId)).questions).toEqual([])
  const [file] = await app.select().from(importFiles).where(eq(importFiles.batchId, batchId))
  expect(file?.revision).toBe(1)
})
