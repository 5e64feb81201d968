import { useTranslations } from "next-intl"
import { Notice } from "@/app/ui/notice"
import type { ArchiveForDesk } from "@/lib/archive/queries"
import { useArchiveLine } from "./archive-line"
import { ArchiveProposalPanel } from "./archive-proposal"

/** What was just done, and how many drafts are left for the next press. */
export function ArchiveDone({
  published,
  done,
  total,
}: {
  published: string | undefined
  done: string | undefined
  total: number
}) {
  const t = useTranslations("archive")
  const r = useTranslations("reviews.proposal")
  const just = (["proposed", "dropped"] as const).find((each) => each === done)
  if (just) return <Notice kind="ok" title={r(`done.${just}`)} announce />
  if (!/^[1-9]\d{0,3}$/.test(published ?? "")) return null
  return (
    <Notice kind="ok" title={t("done", { count: Number(published) })} announce>
      {total > 0 ? t("goOn", { count: total }) : null}
    </Notice>
  )
}

/** The proposal that is open for the archive, when there is one. */
export function ArchiveProposed({ archive }: { archive: ArchiveForDesk }) {
  const t = useTranslations("archive")
  const line = useArchiveLine()
  const { proposal, groupId } = archive
  if (!proposal) return null
  const { input, drafts, ...said } = proposal
  return (
    <ArchiveProposalPanel
      {...said}
      groupId={groupId}
      count={input.reports.length}
      lines={drafts.map((draft) => ({ meetingId: draft.meetingId, words: line(draft) }))}
      chosen={input.reports.map(({ meetingId, revision }) => `${meetingId}:${revision}`)}
      language={input.language}
      languageName={t(input.language)}
      reason={input.reason}
    />
  )
}
