import type { Span } from "@/lib/check/model"
import { nameKey } from "@/lib/check/names"
import type { PlacedLine } from "../lines/placed-line"
import type { ReadParticipant } from "../model"
import { officeLabel } from "../offices/office-label"
import type { Offices } from "../offices/who-held"
import { isBody } from "../people/bodies"
import { looksLikeName } from "../people/names"
import { sliceRich } from "../text/rich"
import type { Locator } from "../text/source"
import { type Lists, personOf } from "./participants"
import { readPeople } from "./roll"

/** "There were also present", "Other members": those named before it came as well. */
const MORE = /\b(?:also|other|others|further|remaining|rest of|besides)\b/i

/** Characters in front of a name in which its label stands. */
const LONGEST_LABEL = 60

/** Whether the first list of those present says that there are more of them than it names. */
export function namesOthers(placed: readonly PlacedLine[]): boolean {
  const head = placed.find((each) => each.part === "participants" && each.head)
  return (
    head !== undefined && MORE.test(head.line.words.text.slice(0, head.rest ?? 80).slice(0, 80))
  )
}

/** "Secretary: Ana Lind" between "Members: …" and "Apologies: …": she is one of those who came. */
export function officersBetween(placed: readonly PlacedLine[], locate: Locator): ReadParticipant[] {
  return placed.flatMap(({ line, part, head }, index) => {
    const [before, after] = [placed[index - 1], placed[index + 1]]
    const within =
      !line.gap && before?.part === "participants" && after?.head && !after.line.gap && !head
    if (!within || !/^(?:participants|regrets)$/.test(after.part) || part === "regrets") return []
    const label = officeLabel(line.words.text)
    return label
      ? readPeople(sliceRich(line.words, label.rest), label.several).map((entry) =>
          personOf(entry, locate),
        )
      : []
  })
}

/** Those who led the meeting, had everybody as guests or took the minutes, as people of the list. */
export function officersOf({ hosts, moderators, scribes, beside }: Offices): ReadParticipant[] {
  // A house may be the host as well.
  const people = hosts.filter(({ value }) => looksLikeName(value))
  return [...people, ...moderators, ...scribes, ...beside].flatMap(({ value, at }) =>
    at && value.includes(" ")
      ? [
          {
            name: value,
            role: null,
            affiliation: null,
            capacity: "",
            aliases: [],
            at,
            how: "inferred" as const,
          },
        ]
      : [],
  )
}

/**
 * Whether an officer stands behind a label ("Chair: Ana Lind") and so among those who are listed. Whom a
 * sentence calls the moderator is missed in a list without them, and the check says so.
 */
export function isBehindLabel(text: string, { from }: Span): boolean {
  const front = text.slice(Math.max(0, from - LONGEST_LABEL), from)
  return /[:|]|\.{3}|\s{3}|\t/.test(front.slice(front.lastIndexOf("\n") + 1))
}

/** Whether an officer is told of in the paragraph of the list, or of a list that sentences alone tell. */
export function isBesideList(text: string, list: Span | null, { from }: Span): boolean {
  if (list === null) return true
  return !text.slice(Math.min(from, list.from), Math.max(from, list.from)).includes("\n")
}

/** Adds officers to a list in which they do not stand: who leads a meeting is there. */
export function addOfficers(lists: Lists, officers: readonly ReadParticipant[]): void {
  const known = new Set([...lists.participants, ...lists.regrets].flatMap(keysOf))
  for (const officer of officers) {
    const { name } = officer
    if (keysOf(officer).some((key) => known.has(key)) || isBody(name) || !/\p{Ll}/u.test(name))
      continue
    for (const key of keysOf(officer)) known.add(key)
    lists.participants.push(officer)
  }
}

/** A person as they may stand in a list: whole, or with initials in front of the family's name. */
export function keysOf({ name }: { name: string }): string[] {
  const words = nameKey(name).split(" ")
  return [words.join(" "), `${words[0]?.charAt(0) ?? ""} ${words.at(-1) ?? ""}`]
}
