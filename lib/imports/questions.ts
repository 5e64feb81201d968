import { and, asc, eq, inArray, sql } from "drizzle-orm"
import { importAnswers, importBatches, importFiles } from "@/db/schema/imports"
import { people } from "@/db/schema/people"
import { getDeskGroup } from "@/lib/groups/queries"
import { type KeptAffiliation, listAffiliations } from "@/lib/people/affiliations"
import { affiliationOn, affiliationText } from "@/lib/people/model"
import { nameKeyOf } from "@/lib/people/name-score"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { isId } from "@/lib/platform/ids"
import { authorize } from "@/lib/policy/can"
import type { BatchName } from "./batch-names"
import { identifyBatch } from "./identify"
import type { ReadValue } from "./provenance"
import { isHeld, type Question, type WhoIsWho } from "./who-is-who"

/** Where a name stands: a file of the batch and the lines that were read. */
export type NamePlace = { fileId: string; file: string; lines: number[] }

/** "Is this the same person?" as a page asks it. */
export type QuestionForDesk = {
  name: string
  places: NamePlace[]
  asked: {
    personId: string | null
    name: string
    /** Where the person belonged on the day, or what stands beside the name in the files; "" for nothing. */
    affiliation: string
    /** Only of another name of the batch. */
    places: NamePlace[]
  }
  /** Several people bear the name: a report with it cannot be saved before the answer. */
  bearers: boolean
  /** The same, because the register puts who bears it elsewhere on that day. */
  elsewhere: boolean
}

/** A name that was matched or answered for: whoever looks can say that it is somebody else, or take it back. */
export type MatchForDesk = {
  name: string
  person: string
  personId: string
  /** "none" where nobody was asked. */
  answer: "none" | "same" | "other"
  /** By which the answer is taken back. */
  answerId: string | null
  /** What the files say beside the name, and where the person belonged on the day; "" for nothing. */
  capacity: string
  affiliation: string
  /** Open files with the name; none once all of them are saved. */
  files: string[]
}

export type PeopleForDesk = {
  questions: QuestionForDesk[]
  /** How many there are in all. */
  total: number
  /** Names that were matched without a question. */
  matched: MatchForDesk[]
  /** What was answered in this batch. */
  answered: MatchForDesk[]
  /** How many names will be added to the register when they are saved. */
  added: number
}

/** How many questions a page asks at once, and how many files it names for each. */
const asksAtOnce = 20
const filesNamed = 3

/**
 * What is asked about the people of a batch, and who was matched without a question. With a file only
 * its own names. `not_found` when the group has no such batch.
 */
export async function listQuestions(
  actor: Actor,
  slug: string,
  batchId: string,
  fileId?: string,
): Promise<PeopleForDesk> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "import.read", { groupId: group.id })
  const [batch] = isId(batchId)
    ? await database()
        .select({ id: importBatches.id })
        .from(importBatches)
        .where(and(eq(importBatches.id, batchId), eq(importBatches.groupId, group.id)))
    : []
  if (!batch) throw notFound()
  const { names, sure, questions } = await identifyBatch(
    database(),
    { groupId: group.id, batchId },
    fileId,
  )
  const isHere = ({ files }: BatchName) => !fileId || files.some(({ id }) => id === fileId)
  const here = names.filter(isHere)
  const byKey = new Map(names.map((name) => [name.key, name]))
  const other = ({ asked }: Question) => byKey.get(nameKeyOf(asked.name))
  const asked = questions
    .filter((question) => isHere(question.name) || here.some((name) => name === other(question)))
    // What keeps reports from being saved must not stand behind the twenty that are shown.
    .sort((a, b) => Number(isHeld(b)) - Number(isHeld(a)))
  return {
    questions: await asQuestions(asked.slice(0, asksAtOnce), byKey),
    total: asked.length,
    ...(await matchesOf(batchId, here, sure, !fileId)),
    added: here.filter(({ key }) => !sure.has(key) && !asked.some(({ name }) => name.key === key))
      .length,
  }
}

type Shown = Pick<MatchForDesk, "person" | "personId" | "answer" | "answerId"> & {
  /** Null where no open file has it any more. */
  name: BatchName | null
  written: string
}

/**
 * Who the names were matched with, and what was answered of them here, each with what speaks for it; with
 * `all` also of names that no open file has any more.
 */
async function matchesOf(
  batchId: string,
  here: readonly BatchName[],
  sure: WhoIsWho["sure"],
  all: boolean,
): Promise<Pick<PeopleForDesk, "matched" | "answered">> {
  const answers = await database()
    .select({
      answerId: importAnswers.id,
      written: importAnswers.name,
      answer: importAnswers.answer,
      personId: people.id,
      person: people.name,
    })
    .from(importAnswers)
    .innerJoin(people, eq(people.id, importAnswers.personId))
    .where(eq(importAnswers.batchId, batchId))
    .orderBy(asc(importAnswers.answeredAt), asc(importAnswers.id))
  const matches = here.flatMap((name): Shown[] => {
    const found = sure.get(name.key)
    if (!found || found.answered) return []
    const { name: person, personId } = found
    return [{ name, written: name.name, person, personId, answer: "none", answerId: null }]
  })
  const said = answers.flatMap(({ answer, ...of }): Shown[] => {
    const name = here.find(({ key }) => key === nameKeyOf(of.written)) ?? null
    return name || all ? [{ ...of, name, answer: answer === "same" ? "same" : "other" }] : []
  })
  const known = await listAffiliations(
    database(),
    [...matches, ...said].map(({ personId }) => personId),
  )
  const shown = ({ name, written, personId, ...of }: Shown): MatchForDesk => ({
    ...of,
    personId,
    name: name?.name ?? written,
    capacity: name?.capacities[0] ?? "",
    affiliation: belongedThen(known.get(personId) ?? [], name?.days ?? []),
    files: (name?.files ?? []).slice(0, filesNamed).map((file) => file.name),
  })
  return { matched: matches.map(shown), answered: said.map(shown) }
}

/** Where a person belonged on the day of the first report that names them, or last. */
function belongedThen(known: readonly KeptAffiliation[], days: BatchName["days"]): string {
  const day = days[0] ?? now().toISOString().slice(0, 10)
  return affiliationText(affiliationOn(known, day) ?? known.at(-1) ?? null)
}

async function asQuestions(
  questions: readonly Question[],
  byKey: ReadonlyMap<string, BatchName>,
): Promise<QuestionForDesk[]> {
  const people = questions.flatMap(({ asked: { personId } }) => personId ?? [])
  const affiliations = await listAffiliations(database(), people)
  const others = questions.flatMap(({ asked }) => byKey.get(nameKeyOf(asked.name)) ?? [])
  const linesOf = await linesIn([...questions.map(({ name }) => name), ...others])
  const placesOf = (name: BatchName): NamePlace[] =>
    name.files
      .slice(0, filesNamed)
      .map(({ id, name: file }) => ({ fileId: id, file, lines: linesOf(id, name.key) }))
  return questions.map(({ name, asked, bearers, elsewhere }) => {
    const other = byKey.get(nameKeyOf(asked.name))
    const belongs = belongedThen(affiliations.get(asked.personId ?? "") ?? [], name.days)
    return {
      name: name.name,
      places: placesOf(name),
      asked: {
        ...asked,
        affiliation: belongs || (other?.capacities[0] ?? ""),
        places: other ? placesOf(other) : [],
      },
      bearers,
      elsewhere,
    }
  })
}

/** Lines of the sources in which names were read as values. */
async function linesIn(
  names: readonly BatchName[],
): Promise<(fileId: string, key: string) => number[]> {
  const ids = [
    ...new Set(names.flatMap(({ files }) => files.slice(0, filesNamed).map(({ id }) => id))),
  ]
  const rows =
    ids.length === 0
      ? []
      : await database()
          .select({
            id: importFiles.id,
            values: sql<ReadValue[]>`coalesce(${importFiles.read}->'values', '[]')`,
          })
          .from(importFiles)
          .where(inArray(importFiles.id, ids))
  const people = new Set(["hosts", "moderators", "present", "regrets"])
  const lines = new Map<string, number[]>()
  for (const { id, values } of rows) {
    for (const { field, text, at } of values) {
      if (!people.has(field)) continue
      const place = `${id} ${nameKeyOf(text)}`
      lines.set(place, [...(lines.get(place) ?? []), ...at.map(({ line }) => line)])
    }
  }
  return (fileId, key) => [...new Set(lines.get(`${fileId} ${key}`) ?? [])]
}
