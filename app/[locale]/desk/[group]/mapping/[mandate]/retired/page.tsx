import type { Metadata } from "next"
import { DateTime } from "@/app/ui/date-time"
import { Empty } from "@/app/ui/empty"
import { Table } from "@/app/ui/table"
import { getMapping } from "@/lib/mapping/queries"
import { listRetired } from "@/lib/mapping/rows/row-queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { PlaceHead } from "../place-head"
import { ReturnForm } from "../rows/[number]/return-form"

type Props = { params: Promise<{ group: string; mandate: string }> }

const columns = ["number", "area", "suggests", "reason", "retired", "act"] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mapping.desk.retired"))("title") }
}

export default async function RetiredPage({ params }: Props) {
  const [{ group, mandate }, actor, locale, t] = await Promise.all([
    params,
    currentActor(),
    getLocale(),
    getTranslations("mapping.desk.retired"),
  ])
  const mapping = await answer(getMapping(actor, group, mandate))
  const rows = await listRetired(mapping)
  const base = localePath(locale, `/desk/${group}/mapping/${mandate}`)
  return (
    <main id="main" className="page stack">
      <PlaceHead mapping={mapping} here="retired" title={t("title")} />
      {rows.length === 0 ? (
        <Empty title={t("none")}>{t("noneWhy")}</Empty>
      ) : (
        <Table
          caption={t("title")}
          columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
        >
          {rows.map(({ id, number, area, suggests, reason, by, at }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`${base}/rows/${number}`}>{number}</a>
              </th>
              <td>{area}</td>
              <td dir="auto">{suggests}</td>
              <td dir="auto">{reason}</td>
              <td>
                {by ?? t("portal")}, <DateTime at={at} form="day" />
              </td>
              <td>
                {mapping.may.edit ? (
                  <ReturnForm of={{ slug: group, mandate, number }} rowId={id} small />
                ) : null}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </main>
  )
}
