import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { DateTime } from "@/app/ui/date-time"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { Table } from "@/app/ui/table"
import { Tag } from "@/app/ui/tag"
import { getDeskGroup } from "@/lib/groups/queries"
import { historyPage, listRevisions, type Revision } from "@/lib/minutes/history"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import type { MinutesParams } from "../load-minutes"
import { minutesTitle } from "../minutes-title"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("minutes.history"))("title") }
}

export default async function HistoryPage({
  params,
  searchParams,
}: {
  params: MinutesParams
  searchParams: Promise<{ before?: string }>
}) {
  const [{ group: slug, meeting: ref }, { before: asked }, actor, locale, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
    getTranslations("minutes.history"),
  ])
  const group = await answer(getDeskGroup(actor, slug))
  const before = /^\d{1,9}$/.test(asked ?? "") ? Number(asked) : undefined
  const { meeting, revisions, newest } = await answer(listRevisions(actor, group.id, ref, before))
  const base = localePath(locale, `/desk/${slug}/meetings/${ref}/minutes`)
  const columns = ["revision", "savedAt", "author", "what"] as const
  const what = ({ number, restoredFrom }: Revision) => {
    if (restoredFrom !== null) return t("restored", { number: String(restoredFrom) })
    return number === 1 ? t("first") : t("written")
  }
  return (
    <main id="main">
      <PageHead
        title={t("title")}
        lead={await minutesTitle(meeting)}
        actions={<ButtonLink href={base}>{t("back")}</ButtonLink>}
      />
      <div className="page">
        {revisions.length === 0 ? <Empty title={t("none")}>{t("noneWhy")}</Empty> : null}
        {revisions.length > 0 ? (
          <Table caption={t("lead")} columns={columns.map((key) => ({ key, label: t(key) }))}>
            {revisions.map((revision) => (
              <tr key={revision.number}>
                <th scope="row">
                  <a href={`${base}/history/${revision.number}`}>{revision.number}</a>{" "}
                  {revision.number === newest ? <Tag kind="now">{t("current")}</Tag> : null}
                </th>
                <td>
                  <DateTime at={revision.savedAt} />
                </td>
                <td>{revision.author ?? t("portal")}</td>
                <td>{what(revision)}</td>
              </tr>
            ))}
          </Table>
        ) : null}
        {revisions.length === historyPage && revisions.at(-1)?.number !== 1 ? (
          <p>
            <a href={`${base}/history?before=${revisions.at(-1)?.number}`}>{t("older")}</a>
          </p>
        ) : null}
      </div>
    </main>
  )
}
