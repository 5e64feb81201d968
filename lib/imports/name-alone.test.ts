import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { attendance } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { bringInNow } from "@/e2e/support/bring-in-now"
import { answerPerson } from "./answer-person"
import { answerPersonInput } from "./input"
import { listQuestions } from "./questions"
import { listResults } from "./results"
import { saveImport } from "./save"

const { app, owner } = await testDatabase()

const report = (names: string[]) => `Working Group on Tides

Online Meeting 11

12 May 2022 at 2 p.m. UTC

The 11th virtual meeting was held on 12 May 2022 at 2 p.m. UTC. The list of participants is annexed.

Agenda

1. Gauges

1. Gauges

The gauges were read.

Annex 1: List of participants

${names.map((name, at) => `${at + 1}. ${name}`).join("\n")}
`

async function setting(names: string[]) {
  const group = await makeGroup(owner)
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const batchId = await bringInNow(chair, group.id, [new File([report(names)], "a.txt")])
  const ask = async () => (await listQuestions(chair, group.slug, batchId)).questions
  const answer = (said: object) =>
    answerPerson(chair, answerPersonInput.parse({ batchId, ...said }))
  const save = async () => {
    const [line] = await listResults(chair, group.slug, batchId, { show: null, page: 1 })
    const { id = "", revision = 0 } = line ?? {}
    const { meetingId } = await saveImport(chair, { fileId: id, revision })
    const present = await app
      .select({ name: people.name })
      .from(attendance)
      .innerJoin(people, eq(people.id, attendance.personId))
      .where(eq(attendance.meetingId, meetingId))
    return present.map(({ name }) => name).sort()
  }
  return { ask, answer, save }
}

test("a first name beside the whole one in a report is that person, though nobody answered", async () => {
  const { ask, save } = await setting(["Sudara", "Sudara Vance", "Otto Brandvold"])
  expect((await ask()).map(({ name }) => name)).toEqual(["Sudara"])
  expect(await save()).toEqual(["Otto Brandvold", "Sudara Vance"])
})

test("whom somebody told apart is a person of their own", async () => {
  const { ask, answer, save } = await setting(["Ilvanna", "Ilvanna Morandini"])
  const [question] = await ask()
  await answer({ name: "Ilvanna", personId: null, other: question?.asked.name, answer: "other" })
  expect(await save()).toEqual(["Ilvanna", "Ilvanna Morandini"])
})

test("one that may be several is asked about before the report is saved", async () => {
  const names = ["Priyanka", "Priyanka Castelnau", "Priyanka Lind"]
  const { ask, answer, save } = await setting(names)
  await expect(save()).rejects.toMatchObject({ code: "conflict", key: "imports.nameAlone" })
  const [question] = await ask()
  await answer({ name: "Priyanka", personId: null, other: question?.asked.name, answer: "same" })
  expect(await save()).toEqual(names.slice(1))
})
