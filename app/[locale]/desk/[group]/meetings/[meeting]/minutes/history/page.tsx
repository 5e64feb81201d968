import type { Metadata } from "next"
import { Button, ButtonLink } from "@/app/ui/button"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { REVISION_NAME } from "@/lib/minutes/input"
import { getTranslations } from "@/lib/platform/i18n"
import type { MinutesParams } from "../load-minutes"
import { minutesTitle } from "../minutes-title"
import { type HistoryQuery, loadHistory } from "./load-history"
import { NameForm } from "./name-form"
import { RevisionList } from "./revision-list"
import { WhichRevisions } from "./which-revisions"
import "./history.css"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("minutes.history"))("title") }
}

export default async function HistoryPage({
  params,
  searchParams,
}: {
  params: MinutesParams
  searchParams: Promise<HistoryQuery>
}) {
  const history = await loadHistory(params, searchParams)
  const { meeting, revisions, named, naming, base, address } = history
  const t = await getTranslations("minutes.history")
  const last = revisions.at(-1)
  return (
    <main id="main">
      <PageHead
        title={t("title")}
        lead={await minutesTitle(meeting)}
        actions={<ButtonLink href={base}>{t("back")}</ButtonLink>}
      />
      <div className="page history">
        {history.newest > 0 ? <WhichRevisions named={named} address={address} /> : null}
        {naming ? (
          <section id="name-revision" aria-label={t("name")}>
            <NameForm
              {...naming}
              meetingId={meeting.id}
              place="list"
              before={history.here.before}
              longest={REVISION_NAME}
            />
            <ButtonLink kind="quiet" small href={address({ named: named ? "1" : undefined })}>
              {t("notNow")}
            </ButtonLink>
          </section>
        ) : null}
        {revisions.length === 0 ? (
          <Empty title={t(named ? "noneNamed" : "none")}>
            {t(named ? "noneNamedWhy" : "noneWhy")}
          </Empty>
        ) : (
          <>
            <form id="compare" action={`${base}/history/compare`} className="compare-bar">
              <p className="small muted">{t("compareLead")}</p>
              <Button kind="primary">{t("compare")}</Button>
            </form>
            <RevisionList history={history} />
          </>
        )}
        {history.more && last ? (
          <p>
            <a href={address({ before: String(last.number), named: named ? "1" : undefined })}>
              {t("older")}
            </a>
          </p>
        ) : null}
      </div>
    </main>
  )
}
