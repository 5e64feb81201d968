import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { CoveragePictures } from "@/app/ui/coverage/coverage-pictures"
import { ScopeChoice } from "@/app/ui/coverage/scope-choice"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { annexPath, coveragePath, editionPath } from "@/lib/editions/addresses"
import { countAnnex } from "@/lib/editions/queries"
import { coveredTable } from "@/lib/mapping/coverage/covered-table"
import { type Scope, scopes } from "@/lib/mapping/model"
import { listCoveredStates } from "@/lib/mapping/public-queries"
import { getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { loadTable, type MappingParams } from "../load-mapping"

type Props = {
  params: MappingParams
  searchParams: Promise<{ scope?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mapping.pictures"))("title") }
}

export default async function DeskCoveragePage({ params, searchParams }: Props) {
  const [{ mapping, table, base, locale }, asked, t] = await Promise.all([
    loadTable(params),
    searchParams,
    getTranslations("mapping.pictures"),
  ])
  const { group, mandate } = mapping
  const [editions, annex] = await Promise.all([
    listCoveredStates(group.slug, mandate.slug),
    countAnnex(mapping),
  ])
  const { areas, rows } = coveredTable(table)
  const scope: Scope = scopes.find((one) => one === asked.scope) ?? "in"
  const published = (number: number) =>
    `${localePath(locale, editionPath(group.slug, mandate.slug, number))}#table`
  return (
    <main id="main" className="page">
      <PageHead
        title={t("titleOf", { mandate: mandate.title })}
        lead={t("leadWorking")}
        actions={<ButtonLink href={base}>{t("toTable")}</ButtonLink>}
      />
      {rows.length === 0 ? (
        <Empty title={t("noRows")}>{t("noRowsWhy")}</Empty>
      ) : (
        <>
          <ScopeChoice scope={scope} page={`${base}/coverage`} />
          <CoveragePictures
            {...{ areas, rows, scope }}
            state={null}
            states={[...editions, { number: null, frozenAt: null, areas, rows, annex }]}
            tableOf={(number) => (number === null ? base : published(number))}
            besideOf={(number) =>
              number === null
                ? { annex: `${base}/editions#annex`, pictures: `${base}/coverage` }
                : {
                    annex: localePath(locale, annexPath(group.slug, mandate.slug, number)),
                    pictures: localePath(locale, coveragePath(group.slug, mandate.slug, number)),
                  }
            }
          />
        </>
      )}
    </main>
  )
}
