import type { Locator } from "../text/source"
import { saidBesideNames, withMarks } from "./capacities"
import { chairsAlone, chairsSigning, toldAsChair } from "./chairs-alone"
import { chairSpeaking, hostsAmong, leadersAmong } from "./holders"
import { takeBelow, takeBeside, takeLabelled, takeMore, takeRow } from "./labelled"
import { fieldsOf } from "./office-fields"
import { isOfElected, type Office, officeLabel } from "./office-label"
import { Register } from "./register"
import { chairsOfThemselves } from "./said-of-oneself"
import { takeHandedOver, takeSentences } from "./sentences"
import type { Offices, OfficeTexts } from "./who-held"

const ALL: readonly Office[] = ["hosts", "moderators", "scribes"]

/** Who hosted, who moderated and who took notes, as the title block, the opening and the list tell it. */
export function readOffices(texts: OfficeTexts, locate: Locator): Offices {
  const register = new Register(texts.listed, locate)
  const { offices } = register
  const lines = [...texts.front, ...texts.opening]
  for (const [index, rich] of lines.entries()) {
    const fields = fieldsOf(rich)
    for (const field of fields) takeLabelled(register, field)
    // "Chair: Ana Lind | Vice chair: Ben Okoro"
    if (fields.length > 1) for (const field of fields) takeBeside(register, field, fields)
    const next = lines[index + 1]
    takeBelow(register, rich, lines.slice(index + 1, index + 5))
    takeRow(register, rich, next)
    takeBeside(register, rich, [lines[index - 1], next])
    takeMore(register, rich, lines.slice(index + 1, index + 4))
  }
  for (const rich of [...texts.front, ...texts.opening.slice(0, 12)])
    takeSentences(register, rich, ALL)
  if (register.lacks("moderators"))
    for (const rich of texts.later.slice(0, 8)) takeSentences(register, rich, ["moderators"], true)
  if (register.lacks("moderators"))
    for (const { name, rich } of chairsAlone(lines))
      register.add("moderators", { value: name, at: locate.span(rich), how: "read" })
  // "Present were Ana, Ben and Cem. Ana moderated, Ben took the notes."
  const lacking = ALL.filter((office) => register.lacks(office))
  const inRoll = lacking.some((office) => office !== "scribes") ? (texts.roll ?? []) : []
  for (const rich of inRoll) {
    for (const field of fieldsOf(rich))
      if (officeLabel(field.text)?.offices.some((office) => lacking.includes(office)))
        takeLabelled(register, field)
    if (rich.text.endsWith(".")) takeSentences(register, rich, lacking)
  }
  const beside = withMarks(
    [...texts.listed, ...saidBesideNames(lines, locate)],
    [...lines, ...(texts.roll ?? [])],
  )
  if (register.lacks("moderators"))
    for (const { name, at } of leadersAmong(beside, texts.front))
      register.add("moderators", { value: name, at, how: "inferred" })
  if (register.lacks("hosts"))
    for (const { name, at } of hostsAmong(beside))
      register.add("hosts", { value: name, at, how: "inferred" })
  const roll = register.lacks("moderators") ? (texts.roll ?? []) : []
  for (const [index, rich] of roll.entries())
    if (officeLabel(`${rich.text.slice(0, 40)}: x`)?.offices.includes("moderators"))
      takeBelow(register, rich, roll.slice(index + 1, index + 5))
  if (register.lacks("moderators")) takeLater()
  if (offices.moderators.length === 1) offices.chair = offices.moderators[0]?.value ?? null
  if (register.lacks("moderators"))
    for (const { name, rich } of chairsSigning(texts.signed ?? []))
      register.add("moderators", { value: name, at: locate.span(rich), how: "inferred" })
  for (const rich of texts.running ?? []) takeHandedOver(register, rich, beside)
  return offices

  /** "Facilitator: HD" behind the first heading; and if there is nothing, who opened the meeting. */
  function takeLater() {
    for (const [index, rich] of texts.later.slice(0, 8).entries())
      if (
        rich.text.length <= 60 &&
        officeLabel(rich.text)?.offices.includes("moderators") &&
        !isOfElected(texts.later[index + 1]?.text)
      )
        takeLabelled(register, rich)
    for (const rich of [...texts.opening.slice(0, 3), ...texts.later.slice(0, 3)]) {
      const { name, from, to } = chairSpeaking(rich.text) ?? { name: "", from: 0, to: 0 }
      if (name)
        register.add("moderators", { value: name, at: locate.span(rich, from, to), how: "read" })
    }
    const [own] = chairsOfThemselves(texts)
    if (own && register.lacks("moderators"))
      register.add("moderators", { value: own.name, at: locate.span(own.rich), how: "read" })
    for (const rich of toldAsChair(texts.running ?? []))
      takeSentences(register, rich, ["moderators"], true)
    const told = [...texts.opening.slice(0, 12), ...texts.later.slice(0, 8)]
    for (const rich of told)
      if (register.lacks("moderators")) takeSentences(register, rich, ["moderators"], "opened")
  }
}
