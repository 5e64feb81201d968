import type { Metadata } from "next"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { getPerson, listPeople } from "@/lib/people/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { SearchForm } from "../../search-form"
import { ChooseOther } from "./choose-other"
import { MergeForm } from "./merge-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("merge.title") }
}

export default async function MergePage({
  params,
  searchParams,
}: {
  params: Promise<{ person: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [{ person: id }, asked, actor] = await Promise.all([params, searchParams, currentActor()])
  const kept = await answer(getPerson(actor, id))
  const [t, locale] = await Promise.all([getTranslations("people"), getLocale()])
  const register = localePath(locale, "/desk/people")
  const here = `${register}/${kept.id}/merge`
  const other = typeof asked.with === "string" ? await answer(getPerson(actor, asked.with)) : null
  // Two entries of one person mostly share the last word of the name.
  const text = typeof asked.text === "string" ? asked.text : (kept.name.split(" ").at(-1) ?? "")
  const found = other ? [] : (await answer(listPeople(actor, text))).people
  const others = found.filter((person) => person.id !== kept.id)
  return (
    <main id="main" className="page">
      <PageHead
        title={t("merge.title")}
        lead={<a href={`${register}/${kept.id}`}>{kept.name}</a>}
      />
      <div className="stack">
        {other ? (
          <MergeForm kept={kept} merged={other} register={register} />
        ) : (
          <>
            <p>{t("merge.lead", { name: kept.name })}</p>
            <SearchForm text={text} action={here} />
            {others.length === 0 ? (
              <Empty title={t("none")}>{t("merge.noneWhy")}</Empty>
            ) : (
              <ChooseOther people={others} here={here} />
            )}
          </>
        )}
      </div>
    </main>
  )
}
