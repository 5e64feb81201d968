import type { Coverage, SectionFact } from "@/lib/check/model"
import { containment, countWords } from "@/lib/check/words"
import type { ReadItem } from "./model"
import { findSentences } from "./sentences"

const NOTHING =
  /^\W*(?:n\s?\/\s?a|n\.a|none|nil|not applicable|no updates?|no news|no report|no|nothing)\W*$/i
const NO_NEWS: readonly RegExp[] = [
  /\b(?:nothing|no)\s+(?:\p{L}+\s+){0,3}(?:to (?:report|add|share|note|discuss)|(?:was|were|is|has been|have been) (?:reported|raised|shared|presented|provided|given|received))\b/iu,
  /\bno\s+(?:\p{L}+\s+){0,3}(?:updates?|news|developments?|information|(?:other|further|new|additional|urgent|specific)\s+(?:items?|issues?|points?|matters?|business|comments?|topics?))\b/iu,
  /\bno (?:items?|issues?|matters?|business|topics?) (?:was|were|to)\b/i,
]
const NOT_REACHED =
  /\b(?:(?:was|were|could) not (?:be )?(?:reached|discussed|addressed|covered|taken up|considered)|not reached|(?:ran|running|run) out of time|(?:lack|shortage|want|constraints?) of time|time constraints?|time did not (?:allow|permit)|(?:due|owing) to (?:the )?(?:limited |lack of )?time|(?:postponed|deferred|moved|carried over|carried forward|left|held over) (?:to|until|till|for) (?:the |our |a )?(?:next|following|later|coming|future))\b/i
const ALL_ALIKE =
  /\b(?:both|all|these|those|remaining|any of the|either)\s+(?:agenda\s+)?(?:items?|points?|topics?|of them)\b/i
/** A statement of absence is short; longer text says something. */
const SHORT = 45

/** What a section's text says of its item, null when there is no text. */
export function coverageOf(text: string): Coverage | null {
  const trimmed = text.trim()
  if (!/[\p{L}\p{N}]/u.test(trimmed)) return /^[-–—]+$/.test(trimmed) ? "no-update" : null
  if (trimmed.length > 600 || countWords(trimmed) > SHORT) return "discussed"
  const [first] = findSentences(trimmed)
  const sentence = first ? trimmed.slice(first.from, first.to) : trimmed
  if (NOT_REACHED.test(trimmed)) return "not-reached"
  if (NOTHING.test(sentence) || NO_NEWS.some((pattern) => pattern.test(sentence)))
    return "no-update"
  return "discussed"
}

/**
 * Settles the coverage of every item. `texts` is what stands under each label. Where one heading
 * stands for several items, the text counts for those that it names; where it names none, for all.
 */
export function settleCoverage(
  agenda: readonly ReadItem[],
  sections: readonly SectionFact[],
  texts: ReadonlyMap<string, string>,
): void {
  const merged = new Map<string, { text: string; section: SectionFact }>()
  const headed = new Set<string>()
  for (const section of sections) {
    const text = texts.get(section.items[0] ?? "") ?? ""
    for (const label of section.items) {
      headed.add(label)
      if (section.items.length > 1) merged.set(label, { text, section })
    }
  }
  for (const item of agenda) settle(item)

  function settle(item: ReadItem, above: Coverage | null = null) {
    const said = own(item)
    const childrenHeaded = item.children.some((child) => isHeaded(child))
    const heir = said ?? above
    for (const child of item.children) settle(child, childrenHeaded ? null : heir)
    if (said) set(item, said, "read")
    else if (above) set(item, above, "inferred")
    else if (item.children.length > 0) set(item, fromChildren(item), "inferred")
    else set(item, "not-recorded", "inferred")
  }

  function isHeaded(item: ReadItem): boolean {
    return headed.has(item.label) || item.children.some(isHeaded)
  }

  function own(item: ReadItem): Coverage | null {
    const shared = merged.get(item.label)
    if (!shared) return coverageOf(texts.get(item.label) ?? "")
    const covered = coverageOf(shared.text)
    if (shared.section.running || covered === null || ALL_ALIKE.test(shared.text)) return covered
    const anyNamed = shared.section.items.some((label) => names(shared.text, label))
    return !anyNamed || names(shared.text, item.label) ? covered : null
  }

  function names(text: string, label: string): boolean {
    const said = text.slice(0, 4000)
    if (new RegExp(`\\bitems?\\s+${label.replace(/\W/g, "\\$&")}\\b`, "i").test(said)) return true
    return containment(titleOf(label), said).share >= 0.4
  }

  function titleOf(label: string): string {
    return find(agenda, label)?.title ?? ""
  }
}

function set(item: ReadItem, coverage: Coverage, how: "read" | "inferred") {
  item.coverage = coverage
  item.coverageHow = how
}

/** A parent without text of its own has the coverage of the children that have one. */
function fromChildren(item: ReadItem): Coverage {
  const kinds = new Set(item.children.map((child) => child.coverage))
  if (kinds.has("discussed")) return "discussed"
  if (kinds.has("no-update")) return "no-update"
  return kinds.has("not-reached") ? "not-reached" : "not-recorded"
}

function find(items: readonly ReadItem[], label: string): ReadItem | null {
  for (const item of items) {
    const found = item.label === label ? item : find(item.children, label)
    if (found) return found
  }
  return null
}
