import { useTranslations } from "next-intl"
import { TextArea } from "@/app/ui/text-field"
import type { CheckedDraft } from "@/lib/archive/queries"
import { LONGEST_REASON } from "@/lib/reports/input"

export const hasErrors = ({ findings }: CheckedDraft) =>
  findings.some(({ severity }) => severity === "error")

/** The drafts that have a field for a reason of their own, in the order of the fields. */
export const withReason = (drafts: readonly CheckedDraft[]) =>
  drafts.filter((draft) => hasErrors(draft) && !draft.lacks)

/** The name of the field for the reason of the draft that stands at this place among those. */
export const reasonField = (place: number) => `reasons.${place}.reason`

/** Why one report is published with its errors, in its own words. */
export function OwnReason({
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
        name={reasonField(place)}
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
