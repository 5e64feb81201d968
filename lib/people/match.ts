import { type Affiliation, affiliationOn, foldName } from "./model"
import { nameScore } from "./name-score"

/** From here on two names are one person's without a question. */
export const SURE = 0.9
/** From here on somebody is asked. */
export const UNSURE = 0.5

/** What a group of files says of one name. */
export type Named = {
  name: string
  /** Other names that a file gives to the same person: "Ilva Morandini (Vivi)". */
  aliases: readonly string[]
  /** Capacities under which the name stands, as they are written. */
  capacities: readonly string[]
  /** The days of the meetings, `YYYY-MM-DD`. */
  days: readonly string[]
}

/** Somebody whom the name may mean. */
export type Candidate = {
  id: string
  name: string
  aliases: readonly string[]
  affiliations: readonly Affiliation[]
  /** Capacities under which the person stands at other meetings of the group. */
  capacities: readonly string[]
  /** A member of the group, or at another of its meetings. */
  known: boolean
}

/** Whether the file puts somebody where they belonged on the day. */
type Belongs = "same" | "other" | "unknown"

export type Scored = { candidate: Candidate; score: number; name: number; belongs: Belongs }

export type Match =
  | { kind: "sure"; best: Scored }
  /**
   * `bearers`: several people bear the very name, so that it cannot be a new one's either. `elsewhere`:
   * somebody bears it whom the register puts elsewhere on that day, a namesake or not.
   */
  | { kind: "unsure"; candidates: Scored[]; bearers: boolean; elsewhere: boolean }
  | { kind: "new" }

const agreement = 0.08
const disagreement = 0.05
const familiar = 0.03
/** Two who are nearer to each other than this cannot be told apart. */
const apart = 0.07

/**
 * Which of the candidates a name means. Sure only when one is far ahead of the others and the file does not
 * put them elsewhere: a namesake may have another's very name. A name that nobody bears, nor anything like
 * it, is new.
 */
export function matchPerson(named: Named, candidates: readonly Candidate[]): Match {
  const scored = candidates
    .map((candidate) => score(named, candidate))
    .filter((each) => each.score >= UNSURE)
    .sort((a, b) => b.score - a.score || a.candidate.id.localeCompare(b.candidate.id))
  const [best, second] = scored
  if (!best) return { kind: "new" }
  const bearers = scored.filter((each) => each.score >= SURE)
  const isAhead = !second || second.score < SURE || best.score - second.score >= apart
  if (best.score >= SURE && isAhead && best.belongs !== "other") return { kind: "sure", best }
  const elsewhere = scored.some((each) => each.name >= SURE && each.belongs === "other")
  return { kind: "unsure", candidates: scored, bearers: bearers.length > 1, elsewhere }
}

/** The score of the names, a little more for who belongs where the file says or is known to the group. */
export function score(named: Named, candidate: Candidate): Scored {
  const name = namesScore(named, candidate)
  if (name === 0) return { candidate, score: 0, name, belongs: "unknown" }
  const belongs = belongsWhere(named, candidate)
  const change = belongs === "same" ? agreement : belongs === "other" ? -disagreement : 0
  return { candidate, name, belongs, score: name + change + (candidate.known ? familiar : 0) }
}

/** Of every spelling of one with every spelling of the other the best. A nickname counts as evidence only. */
export function namesScore(
  one: { name: string; aliases: readonly string[] },
  other: { name: string; aliases: readonly string[] },
): number {
  const direct = Math.max(
    nameScore(one.name, other.name),
    ...other.aliases.map((alias) => nameScore(one.name, alias)),
  )
  if (direct >= SURE) return direct
  return Math.max(direct, nickname(one, other), nickname(other, one))
}

const byNickname = 0.8

/** "Vivi Morandini" is Ilva Morandini when a file says "Ilva (Vivi) Morandini": likely, not sure. */
function nickname(
  { name }: { name: string },
  bearer: { name: string; aliases: readonly string[] },
): number {
  const [, ...rest] = bearer.name.trim().split(/\s+/)
  const surnames = [rest.join(" "), rest.at(-1) ?? ""].filter(Boolean)
  const spelt = bearer.aliases
    .filter((alias) => !alias.includes(" "))
    .flatMap((alias) => surnames.map((surname) => `${alias} ${surname}`))
  return spelt.some((whole) => nameScore(name, whole) >= SURE) ? byNickname : 0
}

/** Whether the file puts the name where the candidate belonged on the day, or somewhere else. */
function belongsWhere(named: Named, candidate: Candidate): Belongs {
  const said = named.capacities.map(significant).filter((words) => words.size > 0)
  const day = [...named.days].sort()[0]
  const current = day
    ? affiliationOn(candidate.affiliations, day)
    : (candidate.affiliations.at(-1) ?? null)
  const places = [...(current ? [current.organisation] : []), ...candidate.capacities]
    .map(significant)
    .filter((words) => words.size > 0)
  if (said.length === 0 || places.length === 0) return "unknown"
  const agrees = said.some((words) => places.some((place) => overlaps(words, place)))
  if (agrees) return "same"
  // A country or a kind of stakeholder names no organisation that could be another one.
  const says = said.some((words) => [...words].some((word) => !isPlaceOrKind(word)))
  return current && says ? "other" : "unknown"
}

/** Words of the kinds of stakeholders, as lists of participants print them in the place of an organisation. */
const KINDS = new Set(
  "technical community civil society private sector academia academic business industry intergovernmental stakeholder youth public observer individual remote online".split(
    " ",
  ),
)

let countries: Set<string> | null = null

function isPlaceOrKind(word: string): boolean {
  countries ??= namesOfCountries()
  return KINDS.has(word) || countries.has(word)
}

/** Every word of the name of a country, in the languages of the portal. */
function namesOfCountries(): Set<string> {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
  const codes = letters.flatMap((one) => letters.map((other) => one + other))
  const names = ["en", "fr"].flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" })
    return codes.flatMap((code) => names.of(code) ?? [])
  })
  return new Set(names.flatMap((name) => [...significant(name)]))
}

/** Words of a capacity that say no more than the office. */
const OFFICE = new Set(
  "and the of for in member members chair co-chair cochair group groups past former mag independent expert government ministry university office institute national international".split(
    " ",
  ),
)

const significant = (text: string) =>
  new Set(
    foldName(text)
      .replace(/['’]s\b/g, "")
      .split(/[^\p{L}\p{N}-]+/u)
      .filter((word) => word.length > 1 && !OFFICE.has(word)),
  )

function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length
  return shared > 0 && shared >= Math.min(a.size, b.size) / 2
}
