import { movesTo } from "@/lib/people/change-affiliation"
import type { NamedPerson } from "@/lib/people/find"
import { foldName, type StakeholderGroup } from "@/lib/people/model"
import type { MemberRole } from "../model"
import type { ListLine } from "./read"

/** What the portal knows of a person whom a line may mean. */
export type KnownPerson = {
  id: string
  name: string
  aliases: string[]
  email: string | null
  disabled: boolean
  organisation: string
  capacity: string
  stakeholderGroup: StakeholderGroup | null
  /** The open role in the group; null for whoever is no member. */
  role: MemberRole | null
}

export type Known = {
  people: ReadonlyMap<string, KnownPerson>
  byName: ReadonlyMap<string, NamedPerson[]>
  /** Address → id of the person who signs in with it. */
  byEmail: ReadonlyMap<string, string>
}

/** What would be written for a line. */
export type Change = {
  key: "joins" | "role" | "affiliation" | "stakeholderGroup" | "account"
  value: string
}

/** Why a line needs a look. `value` names the person or the line that is meant. */
export type Doubt = {
  key:
    | "otherName"
    | "sameName"
    | "otherEmail"
    | "severalNames"
    | "disabled"
    | "repeatedEmail"
    | "repeatedName"
  value: string
}

/** What may be done with a line: leave it out, make a new person, or take a known one (an id). */
export type Choice = { value: string; name: string; affiliation: string }

export type LineState = "new" | "changed" | "same" | "doubtful" | "unreadable"

export type PlannedLine = ListLine & {
  state: LineState
  doubts: Doubt[]
  /** More than one only where it is doubtful who is meant. */
  choices: Choice[]
  /** The choice that holds when nobody says otherwise. */
  chosen: string
  /** What that choice would write. */
  changes: Change[]
}

const leaveOut: Choice = { value: "skip", name: "", affiliation: "" }
const newPerson: Choice = { value: "new", name: "", affiliation: "" }

/** Says line by line what a list would change, without changing anything. Pure, so that it can be said twice. */
export function planList(lines: readonly ListLine[], known: Known): PlannedLine[] {
  const seen: ListLine[] = []
  return lines.map((line) => {
    if (!line.readable) return settled(line, "unreadable", [], leaveOut, known)
    const repeated = findRepeated(line, seen)
    if (repeated) {
      const choices = repeated.key === "repeatedName" ? [leaveOut, newPerson] : [leaveOut]
      return doubtful(line, [repeated], choices, known)
    }
    return planLine(line, known)
  })
}

/** The earlier line that names the same address, or the same name where one of the two has no address. */
function findRepeated(line: ListLine, seen: ListLine[]): Doubt | null {
  const name = foldName(line.name)
  const sameEmail = seen.find(({ email }) => email !== null && email === line.email)
  const sameName = seen.find(
    (before) => foldName(before.name) === name && (before.email === null || line.email === null),
  )
  seen.push(line)
  if (sameEmail) return { key: "repeatedEmail", value: String(sameEmail.line) }
  return sameName ? { key: "repeatedName", value: String(sameName.line) } : null
}

function planLine(line: ListLine, known: Known): PlannedLine {
  const holder = known.people.get(known.byEmail.get(line.email ?? "") ?? "")
  if (holder?.disabled) {
    return doubtful(line, [{ key: "disabled", value: holder.name }], [leaveOut], known)
  }
  if (holder) {
    const names = [holder.name, ...holder.aliases].map(foldName)
    if (names.includes(foldName(line.name))) return decided(line, holder, known)
    const doubt = { key: "otherName", value: holder.name } as const
    return doubtful(line, [doubt], [choiceOf(holder), leaveOut], known)
  }
  const bearers = (known.byName.get(line.name) ?? []).flatMap(
    ({ id }) => known.people.get(id) ?? [],
  )
  const [only, ...others] = bearers
  if (!only) return settled(line, "new", [newPerson], newPerson, known)
  if (others.length > 0) {
    const doubt = { key: "severalNames", value: only.name } as const
    return doubtful(line, [doubt], [leaveOut, ...bearers.map(choiceOf), newPerson], known)
  }
  if (only.role !== null && (only.email === null || line.email === null))
    return decided(line, only, known)
  if (only.email !== null && line.email !== null) {
    const doubt = { key: "otherEmail", value: only.name } as const
    const [first, second] =
      only.role === null ? [newPerson, choiceOf(only)] : [choiceOf(only), newPerson]
    return doubtful(line, [doubt], [first, second, leaveOut], known)
  }
  const doubt = { key: "sameName", value: only.name } as const
  return doubtful(line, [doubt], [choiceOf(only), newPerson, leaveOut], known)
}

const choiceOf = ({ id, name, organisation }: KnownPerson): Choice => ({
  value: id,
  name,
  affiliation: organisation,
})

/** It is clear who is meant; what was not understood on the line still makes it doubtful. */
function decided(line: ListLine, person: KnownPerson, known: Known): PlannedLine {
  const choice = choiceOf(person)
  const changes = changesFor(line, choice, known)
  const state = changes.length === 0 ? "same" : person.role === null ? "new" : "changed"
  return settled(line, state, [choice], choice, known)
}

function settled(
  line: ListLine,
  state: LineState,
  choices: Choice[],
  chosen: Choice,
  known: Known,
): PlannedLine {
  return {
    ...line,
    state: line.readable && line.remarks.length > 0 ? "doubtful" : state,
    doubts: [],
    choices,
    chosen: chosen.value,
    changes: changesFor(line, chosen, known),
  }
}

function doubtful(line: ListLine, doubts: Doubt[], choices: Choice[], known: Known): PlannedLine {
  const [chosen = leaveOut] = choices
  const changes = changesFor(line, chosen, known)
  return { ...line, state: "doubtful", doubts, choices, chosen: chosen.value, changes }
}

/** What a choice would write. A list that says nothing of something takes nothing away. */
export function changesFor(line: ListLine, choice: Choice, { people }: Known): Change[] {
  if (choice.value === "skip") return []
  const person = people.get(choice.value)
  const changes: Change[] = []
  const said = { organisation: line.organisation, capacity: line.capacity }
  if (!person?.role) changes.push({ key: "joins", value: line.role ?? "member" })
  else if (line.role !== null && line.role !== person.role)
    changes.push({ key: "role", value: line.role })
  if (!person) return changes
  if (movesTo(person.organisation === "" ? null : person, said))
    changes.push({
      key: "affiliation",
      value: [line.capacity, line.organisation].filter(Boolean).join(", "),
    })
  if (line.stakeholderGroup !== null && line.stakeholderGroup !== person.stakeholderGroup)
    changes.push({ key: "stakeholderGroup", value: line.stakeholderGroup })
  if (line.email !== null && person.email === null)
    changes.push({ key: "account", value: line.email })
  return changes
}
