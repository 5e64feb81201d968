import type { Transaction } from "@/db/client"
import { checkDismissals } from "@/db/schema/checks"
import { record } from "@/lib/activity/record"
import type { Finding } from "@/lib/check/model"
import { findFindings } from "@/lib/minutes/check/find-findings"
import { keyOf } from "@/lib/minutes/check/key"
import { type Actor, personOf } from "@/lib/platform/actor"
import type { ImportDraft } from "./draft"

/**
 * Step: what was left as it is in an import stays left in the minutes that were made of it, by whoever saves
 * them; an error is never left, and what was put right is not, wherever else it stands. Looks only at files
 * in which something was left. Records how much.
 */
export async function keepLeft(
  tx: Transaction,
  { draft, findings }: { draft: ImportDraft; findings: readonly Finding[] },
  { groupId, meetingId, actor }: { groupId: string; meetingId: string; actor: Actor },
): Promise<void> {
  const answered = findings.filter(
    ({ severity }, place) => severity !== "error" && draft.left.includes(place),
  )
  if (answered.length === 0) return
  const keys = new Set(answered.map(keyOf))
  const words = new Set(answered.flatMap(saysOf))
  const left = (await findFindings(tx, { groupId, meetingId, text: draft.text })).filter(
    (finding) =>
      finding.severity !== "error" &&
      (keys.has(finding.key) || saysOf(finding).some((said) => words.has(said))),
  )
  if (left.length === 0) return
  const rows = new Map(
    left.map(({ rule, key }) => [key, { meetingId, rule, key, dismissedBy: personOf(actor) }]),
  )
  await tx
    .insert(checkDismissals)
    .values([...rows.values()])
    .onConflictDoNothing()
  await record(tx, {
    name: "import.findingsLeft",
    actor,
    groupId,
    subject: { type: "meeting", id: meetingId },
    data: { number: draft.number, findings: rows.size },
  })
}

/** A rule with the words that it speaks of; nothing for a finding that quotes none. */
function saysOf({ rule, words }: Pick<Finding, "rule" | "words">): string[] {
  const there = words?.there.trim() ?? ""
  return there === "" ? [] : [`${rule} ${there}`]
}
