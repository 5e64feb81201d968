import type { Finding } from "@/lib/check/model"
import { CLOSING, OPENING, type SectionDoc, sectionOf } from "@/lib/minutes/model"
import type { ImportDraft } from "./draft"
import { type Closeness, replaceIn, replaceWords } from "./replace-words"

/** What is put right wherever it stands, as it is named once alone, or must not stay anywhere. */
const EVERYWHERE = new Set<Finding["rule"]>(["spelling", "personal-data"])
const MOST = 200

/**
 * The draft with the words of a finding replaced where they stand: in the section of its item, else in
 * another, in a title, in what somebody is listed as, or in the notice of the next meeting. Null when
 * they stand nowhere in it: they were read into a value, or are put right already.
 */
export function putRight(draft: ImportDraft, finding: Finding): ImportDraft | null {
  if (!EVERYWHERE.has(finding.rule)) {
    return putIn(draft, finding, "exact") ?? putIn(draft, finding, "loose")
  }
  let right: ImportDraft | null = null
  for (let times = 0; times < MOST; times += 1) {
    const next = putIn(right ?? draft, finding, "anywhere")
    if (next === null) break
    right = next
  }
  return right
}

function putIn(
  draft: ImportDraft,
  { words, replacement: by, place }: Finding,
  how: Closeness,
): ImportDraft | null {
  if (!words || by === undefined) return null
  const own = draft.agenda.filter(({ printed }) => printed === place.item).map(({ id }) => id)
  const near = own.length > 0 ? own : [OPENING, CLOSING]
  // Words that only look alike are put right where the finding is, not in another item's text.
  for (const id of how === "loose" ? near : [...near, ...draft.text.order]) {
    const doc = replaceWords(sectionOf(draft.text, id), words, by, how)
    if (doc) return { ...draft, text: withSection(draft, id, doc) }
  }
  const nextMeeting = replaceIn(draft.nextMeeting, words, by, how)
  if (nextMeeting !== null) return { ...draft, nextMeeting }
  for (const [at, item] of draft.agenda.entries()) {
    const title = replaceIn(item.title, words, by, how)?.trim()
    if (title) return { ...draft, agenda: draft.agenda.with(at, { ...item, title }) }
  }
  for (const list of ["present", "regrets"] as const) {
    for (const [at, person] of draft[list].entries()) {
      const capacity = replaceIn(person.capacity, words, by, how)?.trim()
      if (capacity === undefined) continue
      return { ...draft, [list]: draft[list].with(at, { ...person, capacity }) }
    }
  }
  return null
}

/** The draft with every link to an address turned into plain words; null when there is none. */
export function withoutLink(draft: ImportDraft, href: string): ImportDraft | null {
  for (const id of draft.text.order) {
    const before = JSON.stringify(sectionOf(draft.text, id))
    const doc = JSON.parse(before, (key, value) => {
      if (key !== "marks" || !Array.isArray(value)) return value
      const marks = value.filter((mark) => mark?.type !== "link" || mark.attrs?.href !== href)
      // Words without a mark have no list of them: an empty one is no text that could be read again.
      return marks.length > 0 ? marks : undefined
    }) as SectionDoc
    if (JSON.stringify(doc) !== before) return { ...draft, text: withSection(draft, id, doc) }
  }
  return null
}

function withSection(draft: ImportDraft, id: string, doc: SectionDoc): ImportDraft["text"] {
  return { ...draft.text, sections: { ...draft.text.sections, [id]: doc } }
}
