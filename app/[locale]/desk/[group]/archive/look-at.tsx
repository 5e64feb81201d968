import { useTranslations } from "next-intl"
import type { ArchiveDraft } from "@/lib/archive/queries"

/** The way to a report of the past as its meeting has it. */
export function LookAt({
  draft: { meetingId, number },
  base,
}: {
  draft: Pick<ArchiveDraft, "meetingId" | "number">
  base: string
}) {
  const t = useTranslations("archive")
  return (
    <p className="small">
      <a href={`${base}/meetings/${meetingId}`}>
        {t("look", { number: number ?? 0, known: number === null ? "no" : "yes" })}
      </a>
    </p>
  )
}
