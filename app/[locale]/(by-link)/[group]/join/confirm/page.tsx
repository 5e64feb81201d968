import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Notice } from "@/app/ui/notice"
import { findPublicGroup } from "@/lib/groups/public-queries"
import { confirmJoinInput } from "@/lib/members/input"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { ConfirmForm } from "./confirm-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("join"))("confirm.title") }
}

/** Where a mailed link leads. Opening it changes nothing, so that a mail scanner cannot confirm; the button does. */
export default async function ConfirmJoinPage({
  params,
  searchParams,
}: {
  params: Promise<{ group: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [{ group: slug }, asked, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations("join"),
    getLocale(),
  ])
  const group = await findPublicGroup(slug)
  if (!group) notFound()
  const link = confirmJoinInput.safeParse(asked)
  return (
    <>
      <h1>{t("confirm.title")}</h1>
      {link.success ? (
        <>
          <p>{t("confirm.lead", { group: group.name })}</p>
          <ConfirmForm token={link.data.token} />
        </>
      ) : (
        <Notice kind="bad" title={t("confirm.broken")}>
          <p>
            {t("confirm.brokenWhy")}{" "}
            <a href={localePath(locale, `/${group.slug}/join`)}>
              {t("title", { group: group.shortName })}
            </a>
          </p>
        </Notice>
      )}
    </>
  )
}
