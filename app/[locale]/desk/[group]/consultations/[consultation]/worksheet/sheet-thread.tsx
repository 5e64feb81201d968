import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { Tag } from "@/app/ui/tag"
import { partsOf } from "@/lib/comments/markup"
import type { WorksheetRow } from "@/lib/consultations/worksheet/model"
import { CommentText } from "../../../comments/comment-text"
import { DecideForm } from "./decide-form"

/** A thread of the worksheet: what it is about and what was said at one side, what becomes of it at the other. */
export function SheetThread({
  consultationId,
  lead,
  others,
  several,
  threads,
}: {
  consultationId: string
  lead: WorksheetRow
  others: readonly WorksheetRow[]
  /** Whether the consultation has more texts than one. */
  several: boolean
  /** The address under which threads stand on the desk. */
  threads: string
}) {
  const t = useTranslations("worksheet")
  // What is gone stands in no section, and is not about the whole text for that.
  const section = lead.section || (lead.lost ? "" : t("whole"))
  const place = [several || section === "" ? lead.text : "", section].filter(Boolean).join(" › ")
  return (
    <li className="panel pad sheet-thread" id={`thread-${lead.threadId}`}>
      <div className="sheet-said">
        <h2>
          <span className="sheet-number">{lead.number}</span> <bdi>{place}</bdi>{" "}
          {lead.lost ? <Tag kind="warn">{t("lost")}</Tag> : null}
        </h2>
        <p className="small">
          <a href={`${threads}/${lead.threadId}`}>{t("toThread", { number: lead.number })}</a>
        </p>
        {lead.quote ? <blockquote dir="auto">{lead.quote}</blockquote> : null}
        <Said row={lead} />
        {others.length > 0 ? (
          <details className="quiet-details">
            <summary>{t("others", { count: others.length })}</summary>
            {others.map((row) => (
              <Said key={row.commentId} row={row} />
            ))}
          </details>
        ) : null}
      </div>
      <DecideForm
        {...{ consultationId }}
        row={{
          number: lead.number,
          threadId: lead.threadId,
          revision: lead.revision,
          disposition: lead.disposition,
          reason: lead.reason,
          decider: lead.decider,
        }}
      />
    </li>
  )
}

function Said({ row }: { row: WorksheetRow }) {
  const t = useTranslations("worksheet")
  const ofGroups = useTranslations("people.stakeholders")
  const { name, organisation, stakeholderGroup } = row.author
  const of = [organisation, stakeholderGroup && ofGroups(stakeholderGroup)].filter(Boolean)
  return (
    <div className="sheet-comment">
      <p className="small muted">
        <bdi className="strong">{name || t("noName")}</bdi>
        {of.length > 0 ? <bdi>, {of.join(", ")}</bdi> : null} · <DateTime at={row.at} />{" "}
        {row.late ? <Tag kind="warn">{t("late")}</Tag> : null}{" "}
        {row.unnamed ? <Tag>{t("unnamed")}</Tag> : null}
      </p>
      {row.hidden ? <p className="muted">{t("hidden", row.hidden)}</p> : null}
      <CommentText parts={partsOf(row.words)} />
      {row.proposal ? <p dir="auto">{t("proposes", { words: row.proposal })}</p> : null}
    </div>
  )
}
