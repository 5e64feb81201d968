import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { Table } from "@/app/ui/table"
import { getDeskGroup } from "@/lib/groups/queries"
import { listMappings } from "@/lib/mapping/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { can } from "@/lib/policy/can"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mapping"))("name") }
}

export default async function MappingsPage({ params }: { params: Promise<{ group: string }> }) {
  const [{ group: slug }, actor, locale, t] = await Promise.all([
    params,
    currentActor(),
    getLocale(),
    getTranslations("mapping"),
  ])
  const [group, lines] = await Promise.all([
    answer(getDeskGroup(actor, slug)),
    answer(listMappings(actor, slug)),
  ])
  const base = localePath(locale, `/desk/${slug}/mapping`)
  const begin = can(actor, "mapping.begin", { groupId: group.id }) ? (
    <ButtonLink href={`${base}/new`} kind={lines.length > 0 ? "plain" : "primary"}>
      {t("desk.begin")}
    </ButtonLink>
  ) : null
  return (
    <main id="main" className="page">
      <PageHead
        title={t("name")}
        lead={t("desk.listLead")}
        actions={lines.length > 0 ? begin : null}
      />
      {lines.length === 0 ? (
        <Empty title={t("desk.none")} action={begin}>
          {begin ? t("desk.noneBegin") : t("desk.noneAsk")}
        </Empty>
      ) : (
        <Table
          caption={t("desk.list")}
          columns={(["mandate", "symbol", "rows", "edition"] as const).map((key) => ({
            key,
            label: t(`desk.column.${key}`),
            numeric: key === "rows",
          }))}
        >
          {lines.map(({ mandate, rows, edition }) => (
            <tr key={mandate.id}>
              <th scope="row">
                <a href={`${base}/${mandate.slug}`}>{mandate.title}</a>
              </th>
              <td>{mandate.symbol}</td>
              <td className="num">{rows}</td>
              <td>{edition === null ? t("desk.noEdition") : t("desk.edition", { edition })}</td>
            </tr>
          ))}
        </Table>
      )}
    </main>
  )
}
