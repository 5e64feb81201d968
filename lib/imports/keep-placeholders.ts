import type { Finding, Quoted } from "@/lib/check/model"
import { sectionOf } from "@/lib/minutes/model"
import type { ImportDraft } from "./draft"
import { type Closeness, replaceIn, replaceWords } from "./replace-words"

/** How much of the source before a link is compared, to find it again in the draft. */
const LEAD = 24
/** No longer beginning of a line is looked at. */
const LINE = 200

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
    const lead = leadOf(source, finding.place.from ?? 0)
    for (const before of [lead, lead.slice(-12), lead.slice(-6)]) {
      const put = putIn(kept, { before, there: label }, "exact")
      if (put) return put
    }
    // A title holds no link: its document is asked for where the text names it in the same words.
    return (label.includes(" ") && putIn(kept, { before: "", there: label }, "loose")) || kept
  }, draft)
}

/** What stands in its line before a link, without the signs of lists and marks that a draft does not have. */
function leadOf(source: string, at: number): string {
  const line = source.slice(Math.max(source.lastIndexOf("\n", at - 1) + 1, at - LINE), at)
  return line
    .replace(/[[*_`]/g, "")
    .trimStart()
    .replace(/^(?:[-•]|\w{1,3}[.)])\s+/, "")
    .slice(-LEAD)
}

function putIn(draft: ImportDraft, words: Quoted, how: Closeness): ImportDraft | null {
  const by = `[${words.there}](#)`
  const { text } = draft
  for (const id of text.order) {
    const doc = replaceWords(sectionOf(text, id), words, by, how)
    if (doc) return { ...draft, text: { ...text, sections: { ...text.sections, [id]: doc } } }
  }
  const nextMeeting = replaceIn(draft.nextMeeting, words, by, how)
  return nextMeeting === null ? null : { ...draft, nextMeeting }
}
