import { useTranslations } from "next-intl"
import { Notice } from "@/app/ui/notice"
import { tickOf } from "@/lib/archive/input"
import type { ArchiveForDesk } from "@/lib/archive/queries"
import { ProposalPanel } from "../proposal-panel"
import { dropArchiveProposalAction, publishArchiveAction } from "./actions"
import { useArchiveLine } from "./archive-line"
import { DraftFindings } from "./draft-findings"
import { LookAt } from "./look-at"

/** What was just done, and how many drafts are left for the next press. */
export function ArchiveDone({
  published,
  done,
  total,
  href,
}: {
  published: string | undefined
  done: string | undefined
  total: number
  /** Where the public reads them. */
  href: string
}) {
  const t = useTranslations("archive")
  const r = useTranslations("reviews.proposal")
  const just = (["proposed", "dropped"] as const).find((each) => each === done)
  if (just) return <Notice kind="ok" title={r(`done.${just}`)} announce />
  if (!/^[1-9]\d{0,3}$/.test(published ?? "")) return null
  return (
    <Notice kind="ok" title={t("done", { count: Number(published) })} announce>
      {total > 0 ? <p>{t("goOn", { count: total })}</p> : null}
      <p>
        <a href={href}>{t("read")}</a>
      </p>
    </Notice>
  )
}

/** The proposal that is open for the archive, when there is one. */
export function ArchiveProposed({ archive, base }: { archive: ArchiveForDesk; base: string }) {
  const t = useTranslations("archive")
  const p = useTranslations("archive.proposal")
  const line = useArchiveLine()
  const { proposal, groupId } = archive
  if (!proposal) return null
  const { by, own, drafts, unreasoned } = proposal
  const stale = proposal.stale || unreasoned
  const why = proposal.stale ? "stale" : unreasoned ? "unreasoned" : own ? "waits" : "exactly"
  const { language, reason, reports, reasons = [] } = proposal.input
  const ownReasons = new Map(reasons.map((each) => [each.meetingId, each.reason]))
  const count = reports.length
  const of = ["groupId", groupId] as const
  return (
    <ProposalPanel
      title={p(own ? "own" : "title", { by, count })}
      hint={p(why, { by })}
      notDone={t("not")}
      {...{ own, stale }}
      does={{
        action: publishArchiveAction,
        fields: [
          ...[of, ["language", language] as const, ["reason", reason] as const],
          ...reports.map((each, place) => [`reports.${place}`, tickOf(each)] as const),
          ...reasons.flatMap((each, place) => [
            [`reasons.${place}.meetingId`, each.meetingId] as const,
            [`reasons.${place}.reason`, each.reason] as const,
          ]),
        ],
        ...{ label: p("publish", { count }), working: t("publishing") },
      }}
      drops={{ action: dropArchiveProposalAction, fields: [of] }}
    >
      <ul className="plain-list archive-drafts">
        {drafts.map((draft) => (
          <li key={draft.meetingId} dir="auto">
            <p>{line(draft)}</p>
            <div className="of-draft">
              <DraftFindings
                findings={draft.findings}
                minutesHref={`${base}/meetings/${draft.meetingId}/minutes`}
              />
              {ownReasons.get(draft.meetingId) ? (
                <p>{p("reason", { reason: ownReasons.get(draft.meetingId) ?? "" })}</p>
              ) : null}
              <LookAt {...{ draft, base }} />
            </div>
          </li>
        ))}
      </ul>
      <p>{p("language", { language: t(language) })}</p>
      {reason ? <p dir="auto">{p("reason", { reason })}</p> : null}
    </ProposalPanel>
  )
}
