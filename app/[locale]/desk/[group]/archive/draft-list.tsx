"use client"

import { useTranslations } from "next-intl"
import { Checkbox } from "@/app/ui/checkbox"
import { tickOf, wasListed } from "@/lib/archive/input"
import type { CheckedDraft } from "@/lib/archive/queries"
import type { ActionResult } from "@/lib/platform/action"
import { useArchiveLine } from "./archive-line"
import { DraftFindings } from "./draft-findings"
import { LookAt } from "./look-at"
import { hasErrors, OwnReason, reasonField, withReason } from "./own-reason"

/**
 * The drafts that can be published with this press, each with its tick, what the check says of it, and a way
 * to look at it. One with errors is ticked by whoever read them, and can be given a reason of its own; so is
 * one that the last press left out.
 */
export function DraftList({
  drafts,
  listed,
  base,
  refused,
}: {
  drafts: readonly CheckedDraft[]
  /** What the page of the last press listed, as `listedOf` says it. */
  listed: string
  base: string
  refused: Extract<ActionResult, { ok: false }> | null
}) {
  const t = useTranslations("archive")
  const line = useArchiveLine()
  const reasoned = withReason(drafts)
  const isTicked = (draft: CheckedDraft) =>
    !draft.lacks && !hasErrors(draft) && !wasListed(listed, draft)
  const typed = typedIn(refused?.entered)
  return (
    <ul className="plain-list panel archive-drafts">
      {drafts.map((draft, place) => (
        <li key={draft.meetingId}>
          <Checkbox
            // What was changed meanwhile is another text, for which nobody has ticked yet.
            key={`${refused ? "refused" : "fresh"} ${tickOf(draft)}`}
            id={`report-${draft.meetingId}`}
            name={`reports.${place}`}
            value={tickOf(draft)}
            defaultChecked={typed ? typed.ticks.has(tickOf(draft)) : isTicked(draft)}
            disabled={draft.lacks}
            label={line(draft)}
            hint={draft.lacks ? t("lacks") : hasErrors(draft) ? t("unticked") : undefined}
          />
          <div className="of-draft">
            <DraftFindings
              findings={draft.findings}
              minutesHref={`${base}/meetings/${draft.meetingId}/minutes`}
            />
            {reasoned.includes(draft) ? (
              <OwnReason
                key={refused ? "refused reason" : "reason"}
                draft={draft}
                place={reasoned.indexOf(draft)}
                typed={typed?.reasons.get(draft.meetingId) ?? ""}
                error={refused?.fields?.[reasonField(reasoned.indexOf(draft))]}
              />
            ) : null}
            <LookAt {...{ draft, base }} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The ticks and reasons of a form that was refused; a reason stays with the report for which it was typed. */
function typedIn(entered: Record<string, string> | undefined) {
  if (!entered) return null
  const named = Object.entries(entered)
  return {
    ticks: new Set(named.flatMap(([name, value]) => (/^reports\.\d+$/.test(name) ? [value] : []))),
    reasons: new Map(
      named.flatMap(([name, value]) =>
        name.startsWith("reasons.") && name.endsWith(".meetingId")
          ? [[value, entered[name.replace("meetingId", "reason")] ?? ""] as const]
          : [],
      ),
    ),
  }
}
