import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { findPublicGroup } from "@/lib/groups/public-queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { JoinForm } from "./join-form"

type Params = Promise<{ group: string }>

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const [{ group: slug }, t] = await Promise.all([params, getTranslations("join")])
  const group = await findPublicGroup(slug)
  return group ? { title: t("title", { group: group.shortName }) } : {}
}

export default async function JoinPage({ params }: { params: Params }) {
  const [{ group: slug }, t, locale] = await Promise.all([
    params,
    getTranslations("join"),
    getLocale(),
  ])
  const group = await findPublicGroup(slug)
  if (!group) notFound()
  return (
    <>
      <p className="small">
        <a href={localePath(locale, `/${group.slug}`)}>{group.name}</a>
      </p>
      <h1>{t("title", { group: group.shortName })}</h1>
      <p>{t("lead")}</p>
      <JoinForm slug={group.slug} locale={locale} />
    </>
  )
}
