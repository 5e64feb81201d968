import type { Finding } from "@/lib/check/model"
import { labelAgenda } from "@/lib/meetings/labels"
import { blockText, sectionOf } from "@/lib/minutes/model"
import type { ImportDraft } from "./draft"
import { markDecision } from "./mark-decision"
import type { StoredReading } from "./stored"

/** What one press can do about a finding; null when only a person can settle it. */
export type Fix = "addPerson" | "dropTwice" | "markDecision" | "useAgenda" | null

export function fixFor({ rule }: Finding): Fix {
  if (rule === "host-not-listed" || rule === "speaker-not-listed") return "addPerson"
  if (rule === "duplicate-participant") return "dropTwice"
  if (rule === "decision-unmarked") return "markDecision"
  return rule === "heading-differs" ? "useAgenda" : null
}

/**
 * Does what was pressed beside a finding: `3` carries out the fix of the third finding (from 0), `3:leave`
 * leaves things as they are. Either way the finding is settled. What is not understood changes nothing.
 */
export function applyFix(draft: ImportDraft, reading: StoredReading, pressed: string): ImportDraft {
  const [, place = "", leave] = /^(\d{1,4})(:leave)?$/.exec(pressed) ?? []
  const finding = reading.findings[Number(place)]
  if (place === "" || !finding) return draft
  const settled = { ...draft, settled: [...new Set([...draft.settled, Number(place)])] }
  return leave ? settled : carryOut(settled, reading, finding)
}

function carryOut(draft: ImportDraft, reading: StoredReading, finding: Finding): ImportDraft {
  const name = String(finding.values.name ?? "")
  switch (fixFor(finding)) {
    case "addPerson":
      if (draft.present.some((person) => person.name === name)) return draft
      return { ...draft, present: [...draft.present, { name, capacity: "", aliases: [] }] }
    case "dropTwice": {
      const first = draft.present.findIndex((person) => person.name === name)
      return {
        ...draft,
        present: draft.present.filter((person, at) => person.name !== name || at === first),
      }
    }
    case "markDecision":
      return inSection(draft, finding, (content) =>
        markDecision(content, sentenceOf(reading, finding)),
      )
    case "useAgenda": {
      const printed = String(finding.values.printed ?? "")
      return inSection(draft, finding, (content) => {
        const at = content.findIndex(
          (block) => block.type === "paragraph" && blockText(block).endsWith(printed),
        )
        return content.filter((_, place) => place !== at)
      })
    }
    default:
      return draft
  }
}

type Content = ReturnType<typeof sectionOf>["content"]

function inSection(
  draft: ImportDraft,
  { place }: Finding,
  change: (content: Content) => Content,
): ImportDraft {
  const row = labelAgenda(draft.agenda).find(({ label }) => label === place.item)
  const ids = row ? [row.id] : draft.text.order
  const sections = { ...draft.text.sections }
  for (const id of ids) {
    const content = change(sectionOf(draft.text, id).content)
    sections[id] = { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] }
  }
  return { ...draft, text: { ...draft.text, sections } }
}

/** Findings show the beginning of a long sentence; the reading has all of it. */
function sentenceOf({ decisions }: StoredReading, { values, place }: Finding): string {
  const shown = String(values.text ?? "").replace(/…$/, "")
  return (
    decisions.find(({ text, item }) => text.startsWith(shown) && item === place.item)?.text ?? shown
  )
}
