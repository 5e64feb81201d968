import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { listPeople } from "@/lib/people/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { PeopleTable } from "./people-table"
import { SearchForm } from "./search-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") }
}

export default async function PeoplePage({
  searchParams,
}: {
  searchParams: Promise<{ text?: string | string[] }>
}) {
  const { text } = await searchParams
  const asked = typeof text === "string" ? text : ""
  const { people, total } = await answer(listPeople(await currentActor(), asked))
  const [t, names, locale] = await Promise.all([
    getTranslations("people"),
    getTranslations("names"),
    getLocale(),
  ])
  const register = localePath(locale, "/desk/people")
  return (
    <main id="main" className="page">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <ButtonLink href={`${register}/names`}>{names("link")}</ButtonLink>
            <ButtonLink kind="primary" href={`${register}/new`}>
              {t("add")}
            </ButtonLink>
          </>
        }
      />
      <div className="stack">
        <SearchForm text={asked} action={register} />
        {people.length === 0 ? (
          <Empty title={t("none")}>{t("noneWhy")}</Empty>
        ) : (
          <>
            <p className="small muted">{t("shown", { count: people.length, total })}</p>
            <PeopleTable people={people} register={register} />
          </>
        )}
      </div>
    </main>
  )
}
