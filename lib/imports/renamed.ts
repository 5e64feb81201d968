import type { SectionDoc } from "@/lib/minutes/model"
import type { ImportDraft } from "./draft"

/** The draft with another spelling of a person's name wherever it stands: in the text and in the lists. */
export function renamed(draft: ImportDraft, from: string, to: string): ImportDraft {
  const other = (name: string) => (name === from ? to : name)
  const people = (list: ImportDraft["present"]) =>
    list.map((person) => ({ ...person, name: other(person.name) }))
  const sections = Object.fromEntries(
    Object.entries(draft.text.sections).map(([id, doc]) => [id, inDoc(doc, from, to)]),
  )
  return {
    ...draft,
    hosts: draft.hosts.map(other),
    moderators: draft.moderators.map(other),
    chairs: draft.chairs.map(other),
    noteTaker: draft.noteTaker === null ? null : other(draft.noteTaker),
    capacities: Object.fromEntries(
      Object.entries(draft.capacities).map(([name, capacity]) => [other(name), capacity]),
    ),
    present: people(draft.present),
    regrets: people(draft.regrets),
    written: people(draft.written),
    text: { ...draft.text, sections },
  }
}

/** The same document with the name replaced in every text and as an owner of an action. */
function inDoc(doc: SectionDoc, from: string, to: string): SectionDoc {
  // A name that goes on is another one: "Ana Lind" does not stand in "Ana Lindqvist".
  const whole = new RegExp(
    `(?<![\\p{L}\\p{M}])${from.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&")}(?![\\p{L}\\p{M}])`,
    "gu",
  )
  const changed = JSON.stringify(doc, (key, value) => {
    const isWords =
      (key === "text" || key === "name" || key === "label") && typeof value === "string"
    return isWords ? value.replace(whole, () => to) : value
  })
  return JSON.parse(changed) as SectionDoc
}
