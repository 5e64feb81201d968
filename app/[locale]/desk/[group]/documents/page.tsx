import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { DateTime } from "@/app/ui/date-time"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { Table } from "@/app/ui/table"
import { listDocuments } from "@/lib/documents/queries"
import { getDeskGroup } from "@/lib/groups/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("documents"))("title") }
}

export default async function DocumentsPage({ params }: { params: Promise<{ group: string }> }) {
  const [{ group: slug }, actor, locale] = await Promise.all([params, currentActor(), getLocale()])
  const group = await answer(getDeskGroup(actor, slug))
  const documents = await answer(listDocuments(actor, slug))
  const t = await getTranslations("documents")
  const base = localePath(locale, `/desk/${slug}`)
  const bringIn = group.may.bringIn ? (
    <ButtonLink href={`${base}/import`}>{t("import")}</ButtonLink>
  ) : null
  const columns = ["title", "savedAt", "by"] as const
  return (
    <main id="main" className="page">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={documents.length > 0 ? bringIn : null}
      />
      {documents.length === 0 ? (
        <Empty title={t("noneTitle")} action={bringIn}>
          {t("noneWhy")}
        </Empty>
      ) : (
        <Table
          caption={t("title")}
          columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
        >
          {documents.map((document) => (
            <tr key={document.slug}>
              <th scope="row">
                <a href={`${base}/documents/${document.slug}`} dir="auto">
                  {document.title}
                </a>
              </th>
              <td className="nowrap">
                <DateTime at={document.savedAt} />
              </td>
              <td>{document.by ?? t("portal")}</td>
            </tr>
          ))}
        </Table>
      )}
    </main>
  )
}
