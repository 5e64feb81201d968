import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { DateTime } from "@/app/ui/date-time"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { Table } from "@/app/ui/table"
import { listActivity, trailPage } from "@/lib/activity/queries"
import { getDeskGroup } from "@/lib/groups/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { eventSentence } from "./event-sentence"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activity"))("title") }
}

export default async function ActivityPage({
  params,
  searchParams,
}: {
  params: Promise<{ group: string }>
  searchParams: Promise<{ before?: string }>
}) {
  const [{ group: slug }, { before }, actor, locale] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
  ])
  const group = await answer(getDeskGroup(actor, slug))
  const from = /^\d{1,15}$/.test(before ?? "") ? Number(before) : undefined
  const entries = await answer(listActivity(actor, group.id, from))
  const t = await getTranslations("activity")
  const columns = ["when", "who", "what"] as const
  return (
    <main id="main" className="page">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={
          <ButtonLink href={localePath(locale, `/desk/${slug}/overrides`)}>
            {t("overrides")}
          </ButtonLink>
        }
      />
      <div>
        {entries.length === 0 ? (
          <Empty title={t("none")}>{t("noneWhy")}</Empty>
        ) : (
          <Table
            caption={t("title")}
            columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
          >
            {entries.map((entry) => (
              <tr key={entry.id}>
                <td className="nowrap">
                  <DateTime at={entry.at} />
                </td>
                <td>{entry.actor ?? t("portal")}</td>
                <td>{eventSentence(t, entry)}</td>
              </tr>
            ))}
          </Table>
        )}
        {entries.length === trailPage ? (
          <p className="btns">
            <ButtonLink href={`?before=${entries.at(-1)?.id}`}>{t("older")}</ButtonLink>
          </p>
        ) : null}
      </div>
    </main>
  )
}
