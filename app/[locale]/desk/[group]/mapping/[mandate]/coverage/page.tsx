import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { CoveragePictures } from "@/app/ui/coverage/coverage-pictures"
import { ScopeChoice } from "@/app/ui/coverage/scope-choice"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { editionPath } from "@/lib/editions/addresses"
import { coveredTable } from "@/lib/mapping/covered-table"
import { type Scope, scopes } from "@/lib/mapping/model"
import { listCoveredStates } from "@/lib/mapping/public-queries"
import { getMapping, readTable } from "@/lib/mapping/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

type Props = {
  params: Promise<{ group: string; mandate: string }>
  searchParams: Promise<{ scope?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mapping.pictures"))("title") }
}

export default async function DeskCoveragePage({ params, searchParams }: Props) {
  const [{ group, mandate }, asked, actor, locale, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
    getTranslations("mapping.pictures"),
  ])
  const mapping = await answer(getMapping(actor, group, mandate))
  const [table, editions] = await Promise.all([
    readTable(mapping),
    listCoveredStates(group, mandate),
  ])
  const { areas, rows } = coveredTable(table)
  const scope: Scope = scopes.find((one) => one === asked.scope) ?? "in"
  const desk = localePath(locale, `/desk/${group}/mapping/${mandate}`)
  return (
    <main id="main" className="page">
      <PageHead
        title={t("titleOf", { mandate: mapping.mandate.title })}
        lead={t("leadWorking")}
        actions={<ButtonLink href={desk}>{t("toTable")}</ButtonLink>}
      />
      {rows.length === 0 ? (
        <Empty title={t("noRows")}>{t("noRowsWhy")}</Empty>
      ) : (
        <>
          <ScopeChoice scope={scope} page={`${desk}/coverage`} />
          <CoveragePictures
            areas={areas}
            rows={rows}
            state={null}
            states={[...editions, { number: null, frozenAt: null, areas, rows, annex: 0 }]}
            scope={scope}
            tableOf={(number) =>
              number === null
                ? desk
                : `${localePath(locale, editionPath(group, mandate, number))}#table`
            }
          />
        </>
      )}
    </main>
  )
}
