import type { Finding, Quoted } from "@/lib/check/model"
import { sectionOf } from "@/lib/minutes/model"
import type { ImportDraft } from "./draft"
import { type Closeness, replaceIn, replaceWords } from "./replace-words"

/** How much of the source before a link is compared, to find it again in the draft. */
const LEAD = 24

/**
 * The draft with every link that leads nowhere, and that nobody has answered for, as the minutes write one:
 * `[the draft](#)`. Their check asks for the address then, and the group's list of missing documents takes it.
 */
export function keepPlaceholders(
  draft: ImportDraft,
  { findings, source }: { findings: readonly Finding[]; source: string },
): ImportDraft {
  const settled = new Set(draft.settled)
  return findings.reduce((kept, finding, place) => {
    const label = String(finding.values.text ?? "").trim()
    if (finding.rule !== "placeholder-link" || settled.has(place)) return kept
    // A name with brackets in it could not be told from the link around it.
    if (label === "" || /[[\]\n]/.test(label)) return kept
    const words = { before: before(source, finding.place.from ?? 0), there: label }
    return put(kept, words, "exact") ?? put(kept, words, "loose") ?? kept
  }, draft)
}

/** What stands before a link, as the draft has it: without the signs that a source marks words with. */
const before = (source: string, at: number) =>
  source
    .slice(Math.max(0, source.lastIndexOf("\n", at - 1) + 1), at)
    .replace(/[[*_`]/g, "")
    .slice(-LEAD)

function put(draft: ImportDraft, words: Quoted, how: Closeness): ImportDraft | null {
  const by = `[${words.there}](#)`
  const { text } = draft
  for (const id of text.order) {
    const doc = replaceWords(sectionOf(text, id), words, by, how)
    if (doc) return { ...draft, text: { ...text, sections: { ...text.sections, [id]: doc } } }
  }
  const nextMeeting = replaceIn(draft.nextMeeting, words, by, how)
  return nextMeeting === null ? null : { ...draft, nextMeeting }
}
