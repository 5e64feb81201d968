import { useLocale, useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { Table } from "@/app/ui/table"
import { documentPath } from "@/lib/documents/addresses"
import type { VersionLine } from "@/lib/documents/version-queries"
import { localePath } from "@/lib/platform/locales"
import { PublishForm } from "./publish-form"

const columns = ["version", "name", "madeAt", "public"] as const

/** The versions of a document, the newest first, each with its place in public or the way there. */
export function VersionTable({
  versions,
  base,
  mayPublish,
  group,
  slug,
}: {
  versions: readonly VersionLine[]
  base: string
  mayPublish: boolean
  group: string
  slug: string
}) {
  const t = useTranslations("documents.versions")
  const locale = useLocale()
  return (
    <Table
      caption={t("caption")}
      columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
    >
      {versions.map((version) => (
        <tr key={version.id}>
          <th scope="row" className="nowrap">
            <a href={`${base}/versions/v${version.number}`}>
              {t("number", { number: version.number })}
            </a>
          </th>
          <td className="version-name">
            <bdi>{version.name}</bdi>
            {version.note ? <p className="small muted">{version.note}</p> : null}
          </td>
          <td>
            <DateTime at={version.madeAt} form="day" />
            <small className="muted">{version.by}</small>
            <a className="small" href={`${base}/history/${version.revision}`}>
              {t("ofRevision", { number: String(version.revision) })}
            </a>
          </td>
          <td>
            {version.publishedAt ? (
              <>
                <a href={localePath(locale, documentPath(group, slug, version.number))}>
                  {t("isPublic")}
                </a>{" "}
                <DateTime at={version.publishedAt} form="day" />
              </>
            ) : mayPublish ? (
              <PublishForm versionId={version.id} number={version.number} />
            ) : (
              t("notPublic")
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}
