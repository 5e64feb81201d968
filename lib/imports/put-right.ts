import type { Finding } from "@/lib/check/model"
import { type SectionDoc, sectionOf } from "@/lib/minutes/model"
import type { ImportDraft } from "./draft"
import { replaceIn, replaceWords } from "./replace-words"

/**
 * The draft with the words of a finding replaced where they stand: in the section of its item, else in
 * another, in a title, in what somebody is listed as, or in the notice of the next meeting. Null when
 * they stand nowhere in it: they were read into a value, or are put right already.
 */
export function putRight(draft: ImportDraft, finding: Finding): ImportDraft | null {
  const { words, replacement: by, place } = finding
  if (!words || by === undefined) return null
  const own = draft.agenda.filter(({ printed }) => printed === place.item).map(({ id }) => id)
  for (const id of [...own, ...draft.text.order]) {
    const doc = replaceWords(sectionOf(draft.text, id), words, by)
    if (doc) return { ...draft, text: withSection(draft, id, doc) }
  }
  const nextMeeting = replaceIn(draft.nextMeeting, words, by)
  if (nextMeeting !== null) return { ...draft, nextMeeting }
  for (const [at, item] of draft.agenda.entries()) {
    const title = replaceIn(item.title, words, by)?.trim()
    if (title) return { ...draft, agenda: draft.agenda.with(at, { ...item, title }) }
  }
  for (const list of ["present", "regrets"] as const) {
    for (const [at, person] of draft[list].entries()) {
      const capacity = replaceIn(person.capacity, words, by)
      if (capacity !== null) {
        return { ...draft, [list]: draft[list].with(at, { ...person, capacity: capacity.trim() }) }
      }
    }
  }
  return null
}

/** The draft with every link to an address turned into plain words; null when there is none. */
export function withoutLink(draft: ImportDraft, href: string): ImportDraft | null {
  for (const id of draft.text.order) {
    const before = JSON.stringify(sectionOf(draft.text, id))
    const doc = JSON.parse(before, (key, value) =>
      key === "marks" && Array.isArray(value)
        ? value.filter((mark) => mark?.type !== "link" || mark.attrs?.href !== href)
        : value,
    ) as SectionDoc
    if (JSON.stringify(doc) !== before) return { ...draft, text: withSection(draft, id, doc) }
  }
  return null
}

function withSection(draft: ImportDraft, id: string, doc: SectionDoc): ImportDraft["text"] {
  return { ...draft.text, sections: { ...draft.text.sections, [id]: doc } }
}
