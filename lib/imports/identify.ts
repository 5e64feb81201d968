import { eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { importAnswers, importBatches } from "@/db/schema/imports"
import { peopleSharingWords, withEvidence } from "@/lib/people/candidates"
import { type Candidate, namesScore, UNSURE } from "@/lib/people/match"
import { blockingWords } from "@/lib/people/name-score"
import { type BatchName, batchNames, namesOfBatch } from "./batch-names"
import { type Answer, type WhoIsWho, whoIsWho } from "./who-is-who"

type Where = { groupId: string; batchId: string }

/**
 * Step: who the names in the open reports of a batch are, by the register and by what was answered. With
 * a file only its names, and those of the batch that share a word with one of them.
 */
export async function identifyBatch(
  reader: Reader,
  where: Where,
  fileId?: string,
): Promise<WhoIsWho & { names: BatchName[] }> {
  const all = batchNames(await namesOfBatch(reader, where.batchId))
  const names = fileId ? near(all, fileId) : all
  return { names, ...(await identify(reader, where, names)) }
}

const wordsIn = ({ name, aliases }: BatchName) => [name, ...aliases].flatMap(blockingWords)

function near(names: readonly BatchName[], fileId: string): BatchName[] {
  const own = names.filter(({ files }) => files.some(({ id }) => id === fileId))
  const words = new Set(own.flatMap(wordsIn))
  return names.filter((name) => own.includes(name) || wordsIn(name).some((word) => words.has(word)))
}

/** Step: who the names are, of which some may be in a batch. */
export async function identify(
  reader: Reader,
  where: Where,
  names: readonly BatchName[],
): Promise<WhoIsWho> {
  const [candidates, answers] = await Promise.all([
    candidatesFor(reader, where.groupId, names),
    answersOf(reader, where),
  ])
  const found = whoIsWho(names, candidates, answers)
  const held = new Set(
    found.questions.flatMap(({ name, elsewhere }) => (elsewhere ? name.key : [])),
  )
  if (held.size === 0) return found
  // One report may put somebody elsewhere whom another one puts where they belong, saved or not.
  const wider = await inOtherReports(reader, where.batchId)
  return whoIsWho(
    names.map((name) => (held.has(name.key) ? wider(name) : name)),
    candidates,
    answers,
  )
}

/** A name with what all reports of the batch say of it, however they spell it: as where people are asked about. */
async function inOtherReports(
  reader: Reader,
  batchId: string,
): Promise<(name: BatchName) => BatchName> {
  const told = batchNames(await namesOfBatch(reader, batchId, { saved: true }))
  const all = new Map(told.map((name) => [name.key, name]))
  return (name) => {
    const { capacities = [], days = [] } = all.get(name.key) ?? {}
    return {
      ...name,
      capacities: [...new Set([...name.capacities, ...capacities])],
      days: [...new Set([...name.days, ...days])],
    }
  }
}

async function candidatesFor(
  reader: Reader,
  groupId: string,
  names: readonly BatchName[],
): Promise<Candidate[]> {
  const byWord = new Map<string, Set<BatchName>>()
  for (const named of names) {
    for (const word of wordsIn(named)) byWord.set(word, (byWord.get(word) ?? new Set()).add(named))
  }
  const sharing = await peopleSharingWords(
    reader,
    names.flatMap(({ name, aliases }) => [name, ...aliases]),
  )
  const near = sharing.filter((person) => {
    const words = [person.name, ...person.aliases].flatMap(blockingWords)
    const asked = new Set(words.flatMap((word) => [...(byWord.get(word) ?? [])]))
    return [...asked].some((named) => namesScore(named, person) >= UNSURE)
  })
  return withEvidence(reader, groupId, near)
}

/** What was answered in this batch and in others of the group. */
export async function answersOf(reader: Reader, { groupId, batchId }: Where): Promise<Answer[]> {
  const rows = await reader
    .select({
      name: importAnswers.name,
      personId: importAnswers.personId,
      answer: importAnswers.answer,
      batchId: importAnswers.batchId,
    })
    .from(importAnswers)
    .innerJoin(importBatches, eq(importBatches.id, importAnswers.batchId))
    .where(eq(importBatches.groupId, groupId))
  return rows.map(({ batchId: given, ...row }) => ({
    ...row,
    answer: row.answer === "same" ? "same" : "other",
    elsewhere: given !== batchId,
  }))
}
