import type { Metadata } from "next"
import { PageHead } from "@/app/ui/page-head"
import { SearchForm } from "@/app/ui/search/search-form"
import { SearchResults } from "@/app/ui/search/search-results"
import { listPublicGroups } from "@/lib/groups/public-queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { searchInput } from "@/lib/search/input"
import { searchKinds } from "@/lib/search/model"
import { searchDesk } from "@/lib/search/queries"
import { DeskBar } from "../desk-bar"

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = searchInput.parse(await searchParams)
  const t = await getTranslations("search")
  return { title: q ? t("titleFor", { query: q }) : t("title") }
}

export default async function DeskSearchPage({ searchParams }: Props) {
  const [actor, locale, t] = await Promise.all([
    currentActor(),
    getLocale(),
    getTranslations("search"),
  ])
  const input = searchInput.parse(await searchParams)
  const [{ found, areas }, groups] = await Promise.all([
    answer(searchDesk(actor, input, locale)),
    listPublicGroups(),
  ])
  const action = localePath(locale, "/desk/search")
  return (
    <>
      <DeskBar actor={actor} withSearch={false} />
      <main id="main" className="page">
        <PageHead title={t("title")} lead={t("lead")} />
        <SearchForm
          action={action}
          input={input}
          kinds={searchKinds}
          groups={groups}
          areas={areas}
        />
        {found ? (
          <SearchResults found={found} input={input} action={action} none={t("noneWhy")} />
        ) : null}
      </main>
    </>
  )
}
