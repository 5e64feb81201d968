import type { Found } from "@/lib/check/model"
import { HONORIFIC, nameKey } from "@/lib/check/names"
import { squeezed } from "@/lib/check/words"
import { namesKind } from "../head/titles"
import { isRole } from "../people/entry"
import { findNames, looksLikeName } from "../people/names"
import { readPeople } from "../roll/roll"
import { type Rich, sliceRich } from "../text/rich"
import { findSentences, numberInFront } from "../text/sentences"
import type { Locator } from "../text/source"
import { saidBesideNames, withMarks } from "./capacities"
import { chairsAlone, toldAsChair } from "./chairs-alone"
import { chairsHandedOver } from "./handed-over"
import { chairSpeaking, firstNamed, heldBy, hostsAmong, leadersAmong, listedAs } from "./holders"
import { beginsWithHouse, isHouse } from "./hosts-told"
import { bareLabel, fieldsOf, isInBrackets, officesBehind, PARTED } from "./office-fields"
import { isOfElected, type Office, officeLabel } from "./office-label"
import { findOffices } from "./office-sentence"
import { heldIn, peopleOf } from "./people-of-label"
import { chairsOfThemselves } from "./said-of-oneself"
import type { Offices, OfficeTexts } from "./who-held"

const LONGEST = 400
/** Who hosted, who moderated and who took notes, as the title block, the opening and the list tell it. */
export function readOffices(texts: OfficeTexts, locate: Locator): Offices {
  const offices: Offices = {
    hosts: [],
    moderators: [],
    scribes: [],
    aliases: [],
    held: [],
    chair: null,
    beside: [],
  }
  const lines = [...texts.front, ...texts.opening]
  for (const [index, rich] of lines.entries()) {
    const fields = fieldsOf(rich)
    for (const field of fields) takeLabelled(field)
    // "Chair: Ana Lind | Vice chair: Ben Okoro"
    if (fields.length > 1) for (const field of fields) takeBeside(field, fields)
    const next = lines[index + 1]
    takeBelow(rich, lines.slice(index + 1, index + 5))
    takeBeside(rich, [lines[index - 1], next])
    takeMore(rich, lines.slice(index + 1, index + 4))
  }
  for (const rich of [...texts.front, ...texts.opening.slice(0, 12)])
    takeSentences(rich, ["hosts", "moderators", "scribes"])
  if (offices.moderators.length === 0)
    for (const rich of texts.later.slice(0, 8)) takeSentences(rich, ["moderators"], true)
  if (offices.moderators.length === 0)
    for (const { name, rich } of chairsAlone(lines))
      add("moderators", { value: name, at: locate.span(rich), how: "read" })
  // "Present were Ana, Ben and Cem. Ana moderated, Ben took the notes."
  if (offices.moderators.length === 0)
    for (const rich of texts.roll ?? []) {
      for (const field of fieldsOf(rich)) if (officeLabel(field.text)) takeLabelled(field)
      if (rich.text.endsWith(".")) takeSentences(rich, ["hosts", "moderators", "scribes"])
    }
  const beside = withMarks(
    [...texts.listed, ...saidBesideNames(lines, locate)],
    [...lines, ...(texts.roll ?? [])],
  )
  if (offices.moderators.length === 0)
    for (const { name, at } of leadersAmong(beside, texts.front))
      add("moderators", { value: name, at, how: "inferred" })
  if (offices.hosts.length === 0)
    for (const { name, at } of hostsAmong(beside))
      add("hosts", { value: name, at, how: "inferred" })
  const roll = offices.moderators.length === 0 ? (texts.roll ?? []) : []
  for (const [index, rich] of roll.entries())
    if (officeLabel(`${rich.text.slice(0, 40)}: x`)?.offices.includes("moderators"))
      takeBelow(rich, roll.slice(index + 1, index + 5))
  if (offices.moderators.length === 0) takeLater()
  if (offices.moderators.length === 1) offices.chair = offices.moderators[0]?.value ?? null
  for (const rich of texts.running ?? []) takeHandedOver(rich)
  return offices

  /** "Facilitator: HD" behind the first heading; and if there is nothing, who opened the meeting. */
  function takeLater() {
    for (const [index, rich] of texts.later.slice(0, 8).entries())
      if (
        rich.text.length <= 60 &&
        officeLabel(rich.text)?.offices.includes("moderators") &&
        !isOfElected(texts.later[index + 1]?.text)
      )
        takeLabelled(rich)
    for (const rich of [...texts.opening.slice(0, 3), ...texts.later.slice(0, 3)]) {
      const { name, from, to } = chairSpeaking(rich.text) ?? { name: "", from: 0, to: 0 }
      if (name) add("moderators", { value: name, at: locate.span(rich, from, to), how: "read" })
    }
    const [own] = chairsOfThemselves(texts)
    if (own && offices.moderators.length === 0)
      add("moderators", { value: own.name, at: locate.span(own.rich), how: "read" })
    for (const rich of toldAsChair(texts.running ?? [])) takeSentences(rich, ["moderators"], true)
    const told = [...texts.opening.slice(0, 12), ...texts.later.slice(0, 8)]
    for (const rich of told)
      if (offices.moderators.length === 0) takeSentences(rich, ["moderators"], "opened")
  }

  function takeLabelled(field: Rich) {
    const label = officeLabel(field.text) ?? bareLabel(field.text)
    if (!label) return
    const value = heldIn(field, label.rest, label.several)
    const people = peopleOf(value, label.several)
    const [only] = people
    if (only && people.length === 1)
      for (const office of [label.said, ...officesBehind(value.text.slice(0, LONGEST))])
        offices.held.push({ name: only.name, office })
    // "Facilitator: HD": no name by its looks, but one of the list.
    const bare = value.text.replace(/^@/, "")
    const named = people.length === 0 || people[0]?.name === value.text
    const known = named && bare !== only?.name && listedAs(bare, texts.listed)
    if (known)
      for (const office of label.offices)
        add(office, { value: known.name, at: locate.span(value), how: "read" })
    for (const { name, aliases, rich } of known ? [] : people) {
      const at = locate.span(rich)
      for (const alias of aliases) offices.aliases.push({ name, alias, at })
      for (const office of label.offices) add(office, { value: name, at, how: "read" })
    }
  }

  /** "Deputy Speaker: Ben Okoro" right above or below "Chair: Ana Lind": one more officer, who was there. */
  function takeBeside(rich: Rich, around: readonly (Rich | undefined)[]) {
    const [all, office = ""] =
      /^([^:|]{3,40}):\s{1,12}(?=\p{Lu})/u.exec(rich.text.slice(0, 60)) ?? []
    if (!all || rich.text.length > 120 || !isRole(office) || officeLabel(rich.text)) return
    if (!around.some((line) => line && officeLabel(line.text.slice(0, 120)))) return
    const [person, other] = readPeople(sliceRich(rich, all.length), false)
    if (!person?.name.includes(" ") || other) return
    offices.held.push({ name: person.name, office })
    offices.beside.push({ value: person.name, at: locate.span(person.rich), how: "read" })
  }

  /** "Co-chairs: Ana Lind", with the other on the next line. */
  function takeMore(rich: Rich, following: readonly Rich[]) {
    const label = rich.text.length <= 200 ? officeLabel(rich.text) : null
    // "Chair: Ana Lind", and below it "later: Ben Okoro (Vice-Chair)".
    const later = /^(?:later|then|afterwards|subsequently|from item \d{1,2}):\s{1,4}/i.exec(
      following[0]?.text.slice(0, 30) ?? "",
    )
    if (label && later && following[0])
      for (const { name, rich: own } of readPeople(sliceRich(following[0], later[0].length), false))
        for (const office of label.offices)
          add(office, { value: name, at: locate.span(own), how: "read" })
    // "Chair: Ana Lind (23 October)", and below her "Ben Okoro (24 October)".
    const parted = label !== null && PARTED.test(rich.text.slice(label.rest, 200))
    if (!label || (!label.several && !parted)) return
    for (const line of following) {
      if (!label.several && !PARTED.test(line.text.slice(0, 90))) return
      if (line.text.length > 90 || /[:\d]/.test(line.text.replace(PARTED, ""))) return
      const [person, other] = readPeople(line, false)
      if (!person?.name.includes(" ") || other || !looksLikeName(person.name)) return
      const at = locate.span(person.rich)
      for (const office of label.offices) add(office, { value: person.name, at, how: "read" })
    }
  }

  /** "Chair" on a line of its own, with the name on the next, and more of them below where it says so. */
  function takeBelow(rich: Rich, following: readonly Rich[]) {
    // "Minutes" above the name of the group is what the text is, and nobody's office.
    const alone =
      rich.text.length <= 40 && /^(?!.*\S\s{3})[^:|\t]+:?$/.test(rich.text) && !namesKind(rich.text)
    const label = alone ? officeLabel(`${rich.text.replace(/:$/, "")}: x`) : null
    if (!label || chairsAlone([rich]).length > 0) return
    for (const [index, line] of following.entries()) {
      const people = readPeople(sliceRich(line, 0, LONGEST), label.several)
      if (index > 0 && !(label.several && people.length === 1 && people[0]?.name.includes(" ")))
        return
      for (const { name, rich: own } of people) {
        const at = locate.span(own)
        for (const office of label.offices) add(office, { value: name, at, how: "read" })
      }
    }
  }

  function takeSentences(
    rich: Rich,
    kinds: readonly Office[],
    chairOnly: boolean | "opened" = false,
  ) {
    const text = rich.text.slice(0, 4000)
    for (const { from: start, to } of findSentences(text)) {
      const from = start || numberInFront(text)
      for (const found of findOffices(text.slice(from, Math.min(to, from + 1500)), chairOnly)) {
        const own = found.offices.filter((office) => kinds.includes(office))
        takeNames(rich, from + found.from, from + found.to, own)
      }
    }
  }

  function takeNames(rich: Rich, from: number, to: number, kinds: readonly Office[]) {
    const text = rich.text.slice(from, to)
    const last = findNames(text).at(-1)
    const all = findNames(text).filter((name) => {
      if (isHouse(name.name)) return false
      // "At the home of Ana Lind, who hosted": she is told of, whatever stands in front.
      if (name === last && text.slice(name.to).trimEnd() === ", who") return true
      const before = text.slice(Math.max(0, name.from - 8), name.from)
      // "The Rt Revd Ana Lind": the article belongs to the title of a person.
      const ofBody = /\b(?:of|from|at|for|the|in)\s$/i.test(before) && !HONORIFIC.test(name.name)
      return !ofBody
    })
    const outside = all.filter((name) => !isInBrackets(text, name.from))
    // "I (Ben Okoro) chaired": where nobody else is named, who stands in the brackets is meant.
    const names = outside.length > 0 ? outside : all
    const whole = names.filter((name) => name.words > 1)
    // "Hosted by the Port Library, Room B": a house hosts, and nobody.
    if (kinds.every((kind) => kind === "hosts") && beginsWithHouse(text)) return
    // "I. Call to Order - Monique called": the number of the item is no initial.
    const counts = ({ from: at, name }: { from: number; name: string }) =>
      from + at === 0 && names.length > 1 && /^\p{Lu}\. /u.test(name)
    const named = (whole.length > 0 ? whole : names).filter((name) => !counts(name))
    for (const name of named.length > 0 ? named : names.filter((each) => !counts(each))) {
      const alias = /^\s?\(["“]?(\p{Lu}\p{Ll}+)["”]?\)/u.exec(
        text.slice(name.to, name.to + 40),
      )?.[1]
      const at = locate.span(rich, from + name.from, from + name.to)
      if (alias) {
        const end = rich.text.indexOf(alias, from + name.to) + alias.length
        const both = locate.span(rich, from + name.from, end)
        offices.aliases.push({ name: name.name, alias, at: both })
      }
      const value = name.name.replace(HONORIFIC, "")
      for (const kind of kinds) add(kind, { value, at, how: "read" })
    }
  }

  /** "Ana Lind handed the chair to Ben Okoro for this item." */
  function takeHandedOver(rich: Rich) {
    for (const { name, from, to, office } of chairsHandedOver(rich.text.slice(0, 4000))) {
      const family = (each: string) => ` ${nameKey(each)}`.endsWith(` ${nameKey(name)}`)
      const known = [
        ...texts.listed.map((each) => each.name),
        ...[...offices.moderators, ...offices.beside].map(({ value }) => value),
      ]
      const given = name.includes(" ") ? name : firstNamed(name, known)
      const whole = known.find(family) ?? heldBy(name, texts.listed) ?? (office ? undefined : given)
      const at = locate.span(rich, from, to)
      if (whole) add("moderators", { value: whole, at, how: "read" })
    }
  }

  function add(office: Office, found: Found<string>) {
    // "Hon." alone is what was left of somebody's name.
    if (!found.value.includes(" ") && HONORIFIC.test(`${found.value} Ana`)) return
    const known = offices[office].some(({ value }) => squeezed(value) === squeezed(found.value))
    if (!known) offices[office].push(found)
  }
}
