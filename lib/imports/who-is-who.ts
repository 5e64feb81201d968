import {
  type Candidate,
  type Match,
  matchPerson,
  namesScore,
  type Scored,
  SURE,
  UNSURE,
} from "@/lib/people/match"
import { blockingWords, nameKeyOf } from "@/lib/people/name-score"
import type { BatchName } from "./batch-names"

/** `elsewhere`: in another batch of the group. */
export type Answer = {
  name: string
  personId: string
  answer: "same" | "other"
  elsewhere?: boolean
}

/** Whom a question asks about: somebody of the register, or another name of the batch. */
export type Asked = { personId: string; name: string } | { personId: null; name: string }

export type Question = {
  name: BatchName
  asked: Asked
  /** Several people of the register bear this very name, so that nobody can be added under it. */
  bearers: boolean
  /** Somebody of the register bears this very name, whom it puts elsewhere than the files do. */
  elsewhere: boolean
}

export type WhoIsWho = {
  /** Key of a name → who it is, without a question or by an answer. */
  sure: Map<string, { personId: string; name: string; answered: boolean }>
  questions: Question[]
}

/**
 * Who the names of a batch are: sure, or a question, or nobody yet. A name without a match in the
 * register is also held against the other names; of two the fuller one is the one that is asked about.
 */
export function whoIsWho(
  names: readonly BatchName[],
  candidates: readonly Candidate[],
  answers: readonly Answer[],
): WhoIsWho {
  const sure: WhoIsWho["sure"] = new Map()
  const open = new Map<string, Match>()
  const register = indexed(candidates, ({ name, aliases }) => [name, ...aliases])
  const others = new Map<string, Set<string>>()
  const agreed = new Set<string>()
  for (const { name, personId, answer, elsewhere = false } of answers) {
    const key = nameKeyOf(name)
    if (answer === "same" && elsewhere) {
      agreed.add(`${personId} ${key}`)
      continue
    }
    if (answer === "other") others.set(key, (others.get(key) ?? new Set()).add(personId))
    const person = candidates.find(({ id }) => id === personId)
    if (answer === "same" && person) sure.set(key, { personId, name: person.name, answered: true })
  }
  const isOther = (key: string, personId: string) => others.get(key)?.has(personId) ?? false
  for (const named of names) {
    if (sure.has(named.key)) continue
    const near = register(named.name).filter(({ id }) => !isOther(named.key, id))
    const match = matchPerson(named, near)
    const best = match.kind === "sure" ? match.best : agreedOn(match, named, agreed)
    if (best) {
      const { id, name } = best.candidate
      sure.set(named.key, { personId: id, name, answered: false })
    } else open.set(named.key, match)
  }
  const inBatch = indexed(names, ({ name, aliases }) => [name, ...aliases])
  const questions = names.flatMap((named): Question[] => {
    const match = open.get(named.key)
    if (!match) return []
    const asked = [
      ...fromRegister(match),
      ...inBatch(named.name).flatMap((other) => fromBatch(named, other, sure)),
    ]
      .filter(({ asked: { personId } }) => personId === null || !isOther(named.key, personId))
      .sort((a, b) => b.score - a.score)
    const best = asked[0]
    const { bearers, elsewhere } = match.kind === "unsure" ? match : nobody
    return best ? [{ name: named, asked: best.asked, bearers, elsewhere }] : []
  })
  return { sure, questions }
}

/** Whoever was asked about under this very name before, because the files put them elsewhere, and is the one. */
function agreedOn(match: Match, { key }: BatchName, agreed: ReadonlySet<string>): Scored | null {
  if (match.kind !== "unsure" || match.bearers) return null
  const [best] = match.candidates
  return best && best.score >= SURE && agreed.has(`${best.candidate.id} ${key}`) ? best : null
}

const nobody = { bearers: false, elsewhere: false }

/** Whether a report with the name is saved only after the answer: nobody may be added under it unasked. */
export const isHeld = ({ bearers, elsewhere }: Pick<Question, "bearers" | "elsewhere">) =>
  bearers || elsewhere

type ScoredAsked = { asked: Asked; score: number }

function fromRegister(match: Match): ScoredAsked[] {
  if (match.kind !== "unsure") return []
  return match.candidates.map(({ candidate: { id, name }, score }) => ({
    asked: { personId: id, name },
    score,
  }))
}

/** Another name of the batch that may be the same person's; the person behind it where that is sure. */
function fromBatch(named: BatchName, other: BatchName, sure: WhoIsWho["sure"]): ScoredAsked[] {
  if (other.key === named.key) return []
  const known = sure.get(other.key)
  const score = namesScore(named, other)
  // The same words in another order become one person when they are saved, without a question.
  if (score < UNSURE || (score >= SURE && !known)) return []
  if (known) return [{ asked: { personId: known.personId, name: known.name }, score }]
  if (!isFuller(other, named)) return []
  return [{ asked: { personId: null, name: other.name }, score }]
}

function isFuller(a: BatchName, b: BatchName): boolean {
  const told = Number(a.aliases.length > 0) - Number(b.aliases.length > 0)
  if (told !== 0) return told > 0
  const words = a.key.split(" ").length - b.key.split(" ").length
  if (words !== 0) return words > 0
  const files = a.files.length - b.files.length
  return files !== 0 ? files > 0 : a.key > b.key
}

/** Finds those that share a word with a name, without comparing each with each. */
function indexed<T>(all: readonly T[], spellings: (one: T) => string[]): (name: string) => T[] {
  const byWord = new Map<string, Set<T>>()
  for (const one of all) {
    for (const word of spellings(one).flatMap(blockingWords))
      byWord.set(word, (byWord.get(word) ?? new Set()).add(one))
  }
  return (name) => [
    ...new Set(blockingWords(name).flatMap((word) => [...(byWord.get(word) ?? [])])),
  ]
}
