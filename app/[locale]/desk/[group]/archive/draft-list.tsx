"use client"

import { useTranslations } from "next-intl"
import { Checkbox } from "@/app/ui/checkbox"
import { TextArea } from "@/app/ui/text-field"
import { tickOf } from "@/lib/archive/input"
import type { CheckedDraft } from "@/lib/archive/queries"
import type { ActionResult } from "@/lib/platform/action"
import { LONGEST_REASON } from "@/lib/reports/input"
import { useArchiveLine } from "./archive-line"
import { DraftFindings } from "./draft-findings"

const hasErrors = ({ findings }: CheckedDraft) =>
  findings.some(({ severity }) => severity === "error")

/**
 * The drafts that can be published with this press, each with its tick, what the check says of it, and a way
 * to look at it. One with errors is ticked by whoever read them, and can be given a reason of its own.
 */
export function DraftList({
  drafts,
  base,
  refused,
}: {
  drafts: readonly CheckedDraft[]
  base: string
  refused: Extract<ActionResult, { ok: false }> | null
}) {
  const t = useTranslations("archive")
  const line = useArchiveLine()
  const wrong = drafts.filter(hasErrors)
  const typed = typedIn(refused?.entered)
  return (
    <ul className="plain-list panel pad">
      {drafts.map((draft, place) => (
        <li key={draft.meetingId}>
          <Checkbox
            key={refused ? "refused" : "fresh"}
            id={`report-${draft.meetingId}`}
            name={`reports.${place}`}
            value={tickOf(draft)}
            defaultChecked={typed ? typed.ticks.has(tickOf(draft)) : isTicked(draft)}
            disabled={draft.lacks}
            label={line(draft)}
            hint={draft.lacks ? t("lacks") : hasErrors(draft) ? t("unticked") : undefined}
          />
          <DraftFindings
            findings={draft.findings}
            minutesHref={`${base}/meetings/${draft.meetingId}/minutes`}
          />
          {hasErrors(draft) ? (
            <OwnReason
              key={refused ? "refused reason" : "reason"}
              draft={draft}
              place={wrong.indexOf(draft)}
              typed={typed?.reasons.get(draft.meetingId) ?? ""}
              error={refused?.fields?.[`reasons.${wrong.indexOf(draft)}.reason`]}
            />
          ) : null}
          <a className="small" href={`${base}/meetings/${draft.meetingId}`}>
            {t("look", {
              number: draft.number ?? 0,
              known: draft.number === null ? "no" : "yes",
            })}
          </a>
        </li>
      ))}
    </ul>
  )
}

const isTicked = (draft: CheckedDraft) => !draft.lacks && !hasErrors(draft)

function OwnReason({
  draft: { meetingId, number, findings },
  place,
  typed,
  error,
}: {
  draft: CheckedDraft
  place: number
  typed: string
  error: string | undefined
}) {
  const t = useTranslations("archive")
  const isPersonal = findings.some(({ rule }) => rule === "personal-data")
  return (
    <>
      <input type="hidden" name={`reasons.${place}.meetingId`} value={meetingId} />
      <TextArea
        name={`reasons.${place}.reason`}
        label={t("own", { number: number ?? 0, known: number === null ? "no" : "yes" })}
        hint={t(isPersonal ? "ownPersonal" : "ownHint")}
        rows={2}
        maxLength={LONGEST_REASON}
        defaultValue={typed}
        error={error}
        optional={!isPersonal}
      />
    </>
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
