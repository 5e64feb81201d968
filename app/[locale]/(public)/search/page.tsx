import type { Metadata } from "next"
import { SearchForm } from "@/app/ui/search/search-form"
import { SearchResults } from "@/app/ui/search/search-results"
import { listPublicGroups } from "@/lib/groups/public-queries"
import { getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { addressOf, isAsked, searchInput } from "@/lib/search/input"
import { publicKinds } from "@/lib/search/model"
import { searchPublished } from "@/lib/search/public-queries"
import { documentLocale } from "../address"
import { Frame } from "../frame"
import { pageMetadata } from "../page-metadata"

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await documentLocale(params)
  const input = searchInput.parse(await searchParams)
  const t = await getTranslations("search")
  return {
    ...pageMetadata({
      locale,
      path: "/search",
      title: input.q ? t("titleFor", { query: input.q }) : t("title"),
      description: t("publicLead"),
    }),
    // What was found is no record: only the empty form is a page to be listed elsewhere.
    ...(isAsked(input) ? { robots: { index: false } } : {}),
  }
}

export default async function PublicSearchPage({ params, searchParams }: Props) {
  const locale = await documentLocale(params)
  const input = searchInput.parse(await searchParams)
  const t = await getTranslations("search")
  const [{ found, areas }, groups] = await Promise.all([
    searchPublished(input, locale),
    listPublicGroups(),
  ])
  const action = localePath(locale, "/search")
  return (
    <Frame path={addressOf("/search", input)}>
      <main className="frame home" id="main">
        <div className="lead">
          <div>
            <h1>{t("title")}</h1>
            <p className="what">{t("publicLead")}</p>
          </div>
        </div>
        <div className="found-page">
          <SearchForm
            action={action}
            input={input}
            kinds={publicKinds}
            groups={groups}
            areas={areas}
          />
          {found ? (
            <SearchResults found={found} input={input} action={action} none={t("publicNoneWhy")} />
          ) : null}
        </div>
      </main>
    </Frame>
  )
}
