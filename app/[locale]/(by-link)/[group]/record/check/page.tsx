import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { findPublicGroup } from "@/lib/groups/public-queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { CheckForm } from "./check-form"

type Params = Promise<{ group: string }>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ledger.check"))("title") }
}

export default async function CheckPage({ params }: { params: Params }) {
  const [{ group: slug }, t, locale] = await Promise.all([
    params,
    getTranslations("ledger"),
    getLocale(),
  ])
  const group = await findPublicGroup(slug)
  if (!group) notFound()
  return (
    <>
      <p className="small">
        <a href={localePath(locale, `/${group.slug}/record`)}>
          {group.shortName}: {t("title")}
        </a>
      </p>
      <h1>{t("check.title")}</h1>
      <p>{t("check.lead")}</p>
      <CheckForm slug={group.slug} />
    </>
  )
}
