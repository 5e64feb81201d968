import type { Finding } from "@/lib/check/model"
import type { SectionId } from "../model"

/** Words in the minutes: in a paragraph of a section, counted from 0, its characters from `from` to `to`. */
export type MinutesPlace = {
  section: SectionId
  /** The agenda item of the section, "2a Letters"; empty for the two that are none. */
  title: string
  /** The paragraph among all of the section, those in lists and blocks too; null for the section as a whole. */
  paragraph: number | null
  from: number
  to: number
  words: string
}

/** What a meeting has beside its text, where a finding may stand: what is said of the next one, the list of people, a document it misses. */
export type MinutesFact = "nextMeeting" | "attendance" | "document"

/**
 * A finding in the minutes of a meeting. `key` tells it from others of its rule wherever the text moves;
 * `where` is null when it stands in no section, and `fact` says where else than in the text it can be put right.
 */
export type MinutesFinding = Finding & {
  key: string
  where: MinutesPlace | null
  fact: MinutesFact | null
  /** The words that it stands at in a fact. */
  said?: string
}

/** What one press can do about a finding beside the text. */
export type MinutesFix =
  | { name: "replace"; words: string }
  | { name: "markDecision" }
  | { name: "markAction"; owners: string[] }
  | { name: "addAction"; words: string; owners: string[] }
  | { name: "addToAttendance"; person: string }
  | { name: "markItem"; itemId: string; coverage: "no-update" | "not-reached" }
  | { name: "addWord"; word: string }

/** A finding as a page shows it: its sentence, and who has left it as it is. */
export type ShownFinding = {
  rule: string
  key: string
  severity: "error" | "warning" | "note"
  sentence: string
  where: MinutesPlace | null
  fact?: MinutesFact | null
  fixes: MinutesFix[]
  left: { by: string | null; at: string } | null
}

export type FindingCounts = { error: number; warning: number; note: number }

/** What the check says of the minutes as they are saved now. */
export type MinutesCheck = {
  groupId: string
  findings: ShownFinding[]
  may: { leave: boolean; addWord: boolean; editFacts: boolean }
}

/** How many of the findings are still open, by severity. */
export function countOpen(
  findings: readonly Pick<ShownFinding, "severity" | "left">[],
): FindingCounts {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const { severity, left } of findings) if (left === null) counts[severity] += 1
  return counts
}

/** Who hosted or speaks and is missing from the attendance, each once, where one press can add them. */
export function missingPeople(findings: readonly ShownFinding[]): string[] {
  const names = findings.flatMap(({ fixes, left }) =>
    left === null ? fixes.flatMap((fix) => (fix.name === "addToAttendance" ? fix.person : [])) : [],
  )
  return [...new Set(names)]
}

/** What tells a finding of one list from the others in it; two may say the same of two places. */
export function placeKey({ key, where }: Pick<ShownFinding, "key" | "where">): string {
  return [key, where?.section, where?.paragraph, where?.from].join(" ")
}
