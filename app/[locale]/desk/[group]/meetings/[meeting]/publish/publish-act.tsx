import { useLocale, useTranslations } from "next-intl"
import { Notice } from "@/app/ui/notice"
import { localePath } from "@/lib/platform/locales"
import { reportPath } from "@/lib/reports/addresses"
import type { Publishing } from "@/lib/reports/queries"
import type { BeforePublishing } from "@/lib/reviews/before-publishing"
import { Proposal } from "./proposal"
import { PublishForm } from "./publish-form"

/** The press that publishes; with two co-chairs the one that proposes, or that of the other one. */
export function PublishAct({
  publishing,
  before: { two, proposal },
  done,
  base,
}: {
  publishing: Publishing
  before: BeforePublishing
  done: string | undefined
  base: string
}) {
  const t = useTranslations("publish")
  const r = useTranslations("reviews.proposal")
  const locale = useLocale()
  const { meetingId, revision, beside, language, versions, findings, preview } = publishing
  const errors = findings.filter(({ severity }) => severity === "error")
  const version = versions.length + 1
  const publicPath = preview ? reportPath(preview.group.slug, preview.meeting.number) : "/"
  const stale =
    proposal !== null && (proposal.input.revision !== revision || proposal.input.beside !== beside)
  const just = (["proposed", "dropped"] as const).find((each) => each === done)
  return (
    <>
      {just ? <Notice kind="ok" title={r(`done.${just}`)} announce /> : null}
      {two && proposal ? (
        <Proposal proposal={proposal} stale={stale} version={version} errors={errors} />
      ) : null}
      {two && proposal && !stale ? null : (
        <>
          <p className="hint">{two ? r("two") : t("consequence")}</p>
          <PublishForm
            {...{ meetingId, revision, version, beside, language, errors, two }}
            minutesHref={`${base}/minutes`}
            publicHref={localePath(locale, publicPath)}
          />
        </>
      )}
    </>
  )
}
