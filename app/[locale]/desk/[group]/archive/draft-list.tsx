import { useTranslations } from "next-intl"
import { Checkbox } from "@/app/ui/checkbox"
import { tickOf } from "@/lib/archive/input"
import type { ArchiveDraft } from "@/lib/archive/queries"
import { useArchiveLine } from "./archive-line"

/** The drafts that can be published with this press, each with its tick, and a way to look at it. */
export function DraftList({ drafts, base }: { drafts: readonly ArchiveDraft[]; base: string }) {
  const t = useTranslations("archive")
  const line = useArchiveLine()
  return (
    <ul className="plain-list panel pad">
      {drafts.map((draft) => (
        <li key={draft.meetingId}>
          <Checkbox
            id={`report-${draft.meetingId}`}
            name="reports"
            value={tickOf(draft)}
            defaultChecked={!draft.lacks}
            disabled={draft.lacks}
            label={line(draft)}
            hint={draft.lacks ? t("lacks") : undefined}
          />
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
