import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { DateTime } from "@/app/ui/date-time"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { Table } from "@/app/ui/table"
import { listConsultations } from "@/lib/consultations/queries"
import { getDeskGroup } from "@/lib/groups/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { can } from "@/lib/policy/can"
import { ConsultationStatusTag } from "./status-tag"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultations"))("title") }
}

export default async function ConsultationsPage({
  params,
}: {
  params: Promise<{ group: string }>
}) {
  const [{ group: slug }, actor, locale, t] = await Promise.all([
    params,
    currentActor(),
    getLocale(),
    getTranslations("consultations"),
  ])
  const [group, lines] = await Promise.all([
    answer(getDeskGroup(actor, slug)),
    answer(listConsultations(actor, slug)),
  ])
  const base = localePath(locale, `/desk/${slug}/consultations`)
  const plan = can(actor, "consultation.hold", { groupId: group.id }) ? (
    <ButtonLink href={`${base}/new`} kind="primary">
      {t("plan")}
    </ButtonLink>
  ) : null
  return (
    <main id="main" className="page">
      <PageHead title={t("title")} lead={group.name} actions={lines.length > 0 ? plan : null} />
      {lines.length === 0 ? (
        <Empty title={t("none")} action={plan}>
          {t("noneWhy")}
        </Empty>
      ) : (
        <Table
          caption={t("list")}
          columns={(["title", "status", "closes", "comments"] as const).map((key) => ({
            key,
            label: t(`column.${key}`),
            numeric: key === "comments",
          }))}
        >
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <a href={`${base}/${line.slug}`}>{line.title}</a>
              </th>
              <td>
                <ConsultationStatusTag status={line.status} />
              </td>
              <td>
                <DateTime at={line.closesAt} />
              </td>
              <td className="num">{line.comments}</td>
            </tr>
          ))}
        </Table>
      )}
    </main>
  )
}
