import { namesKind } from "../head/titles"
import { isBody } from "../people/bodies"
import { isRole } from "../people/entry"
import { looksLikeName } from "../people/names"
import { readPeople } from "../roll/roll"
import { type Rich, sliceRich, trimRich } from "../text/rich"
import { chairsAlone } from "./chairs-alone"
import { listedAs } from "./holders"
import { bareLabel, officesBehind, PARTED } from "./office-fields"
import { officeLabel } from "./office-label"
import { heldIn, peopleOf } from "./people-of-label"
import type { Register } from "./register"

const LONGEST = 400

/** "Minutes: Quay Facility, Operations Board": what the text is, with the name of the body behind it. */
function isTitleOfBody(text: string, from: number): boolean {
  if (!namesKind(text.slice(0, from).replace(/\W{1,8}$/, ""))) return false
  const parts = text.slice(from, from + 120).split(/,\s|\s[–—-]\s/)
  const [first = ""] = parts
  // "Minutes: Ana Lind, Port Office" says where she belongs.
  return isBody(first) || (first.split(" ").length > 3 && parts.some(isBody))
}

/** "[[Ana Lind]]", "[[User:Ana|Ana Lind]]": a link of a wiki, which shows what stands last in it. */
function withoutLink(value: Rich): Rich {
  const [all = "", front = ""] =
    /^(\[\[(?:[^\]|]{1,60}\|)?)[^\]|]{2,60}(?=\]\]$)/.exec(value.text) ?? []
  return all === "" ? value : sliceRich(value, front.length, all.length)
}

/** "Chair: Ana Lind", "Facilitator: HD". */
export function takeLabelled(register: Register, field: Rich) {
  const label = officeLabel(field.text) ?? bareLabel(field.text)
  if (!label || isTitleOfBody(field.text, label.rest)) return
  const value = withoutLink(heldIn(field, label.rest, label.several))
  const people = peopleOf(value, label.several)
  const [only] = people
  if (only && people.length === 1)
    for (const office of [label.said, ...officesBehind(value.text.slice(0, LONGEST))])
      register.offices.held.push({ name: only.name, office })
  // "Facilitator: HD": no name by its looks, but one of the list.
  const bare = value.text.replace(/^@/, "")
  const named = people.length === 0 || people[0]?.name === value.text
  const known = named && bare !== only?.name && listedAs(bare, register.listed)
  if (known)
    for (const office of label.offices)
      register.add(office, { value: known.name, at: register.locate.span(value), how: "read" })
  for (const { name, aliases, rich } of known ? [] : people) {
    const at = register.locate.span(rich)
    for (const alias of aliases) register.offices.aliases.push({ name, alias, at })
    for (const office of label.offices) register.add(office, { value: name, at, how: "read" })
  }
}

/** "Deputy Speaker: Ben Okoro" right above or below "Chair: Ana Lind": one more officer, who was there. */
export function takeBeside(register: Register, rich: Rich, around: readonly (Rich | undefined)[]) {
  const [all, office = ""] = /^([^:|]{3,40}):\s{1,12}(?=\p{Lu})/u.exec(rich.text.slice(0, 60)) ?? []
  if (!all || rich.text.length > 120 || !isRole(office) || officeLabel(rich.text)) return
  if (!around.some((line) => line && officeLabel(line.text.slice(0, 120)))) return
  const [person, other] = readPeople(sliceRich(rich, all.length), false)
  if (!person?.name.includes(" ") || other) return
  register.offices.held.push({ name: person.name, office })
  register.offices.beside.push({
    value: person.name,
    at: register.locate.span(person.rich),
    how: "read",
  })
}

/** "Co-chairs: Ana Lind", with the other on the next line. */
export function takeMore(register: Register, rich: Rich, following: readonly Rich[]) {
  const label = rich.text.length <= 200 ? officeLabel(rich.text) : null
  // "Chair: Ana Lind", and below it "later: Ben Okoro (Vice-Chair)".
  const later = /^(?:later|then|afterwards|subsequently|from item \d{1,2}):\s{1,4}/i.exec(
    following[0]?.text.slice(0, 30) ?? "",
  )
  if (label && later && following[0])
    for (const { name, rich: own } of readPeople(sliceRich(following[0], later[0].length), false))
      for (const office of label.offices)
        register.add(office, { value: name, at: register.locate.span(own), how: "read" })
  // "Chair: Ana Lind (23 October)", and below her "Ben Okoro (24 October)".
  const parted = label !== null && PARTED.test(rich.text.slice(label.rest, 200))
  if (!label || (!label.several && !parted)) return
  for (const line of following) {
    if (!label.several && !PARTED.test(line.text.slice(0, 90))) return
    if (line.text.length > 90 || /[:\d]/.test(line.text.replace(PARTED, ""))) return
    const [person, other] = readPeople(line, false)
    if (!person?.name.includes(" ") || other || !looksLikeName(person.name)) return
    const at = register.locate.span(person.rich)
    for (const office of label.offices)
      register.add(office, { value: person.name, at, how: "read" })
  }
}

/** "| Chair | Host | Notes" above "| Ana Lind | Ben Okoro | Cem Sato": the cells of a row below their offices. */
export function takeRow(register: Register, rich: Rich, below: Rich | undefined) {
  const [offices, people] = [cellsOf(rich), below ? cellsOf(below) : []]
  const labels = offices.map(({ text }) => officeLabel(`${text}: x`))
  if (offices.length < 2 || people.length !== offices.length) return
  if (labels.some((label, index) => !label || label.said !== offices[index]?.text)) return
  for (const [index, cell] of people.entries())
    for (const { name, rich: own } of peopleOf(cell, labels[index]?.several ?? false))
      for (const office of labels[index]?.offices ?? [])
        register.add(office, { value: name, at: register.locate.span(own), how: "read" })
}

/** The cells of a row of a table. */
function cellsOf(rich: Rich): Rich[] {
  if (rich.text.length > LONGEST || !rich.text.includes("|")) return []
  return [...rich.text.matchAll(/[^|]{1,100}/g)]
    .map(({ index, 0: all }) => trimRich(sliceRich(rich, index, index + all.length)))
    .filter(({ text }) => text !== "")
}

/** "Chair" on a line of its own, with the name on the next, and more of them below where it says so. */
export function takeBelow(register: Register, rich: Rich, following: readonly Rich[]) {
  // "Minutes" above the name of the group is what the text is, and nobody's office.
  const alone = rich.text.length <= 40 && /^[^:|\t]+:?$/.test(rich.text) && !namesKind(rich.text)
  const said = rich.text.replace(/:$/, "").trim()
  const label = alone ? officeLabel(`${said}: x`) : null
  // "Facilitation - Ana Lind": whose office it is stands behind it.
  if (!label || label.said !== said || chairsAlone([rich]).length > 0) return
  for (const [index, line] of following.entries()) {
    const people = readPeople(sliceRich(line, 0, LONGEST), label.several)
    if (index > 0 && !(label.several && people.length === 1 && people[0]?.name.includes(" ")))
      return
    for (const { name, rich: own } of people) {
      const at = register.locate.span(own)
      for (const office of label.offices) register.add(office, { value: name, at, how: "read" })
    }
  }
}
