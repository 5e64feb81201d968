import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { pageIn } from "@/lib/platform/pages"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { reportPath } from "@/lib/reports/addresses"
import { listOverrides } from "@/lib/reports/override-queries"
import { Pager } from "../comments/pager"
import { OverrideEntry } from "./override-entry"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overrides"))("title") }
}

export default async function OverridesPage({
  params,
  searchParams,
}: {
  params: Promise<{ group: string }>
  searchParams: Promise<{ open?: string; page?: string }>
}) {
  const [{ group: slug }, { open, page: asked }, actor, locale] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
  ])
  const isOpen = open !== undefined
  const page = pageIn(asked)
  const { lines: overrides, more } = await answer(
    listOverrides(actor, slug, locale, { open: isOpen, page }),
  )
  const t = await getTranslations("overrides")
  const hrefOf = (number: number, version: number) =>
    localePath(locale, `${reportPath(slug, number)}/v${version}`)
  return (
    <main id="main" className="page">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={
          <ButtonLink href={isOpen ? "?" : "?open"}>{isOpen ? t("all") : t("onlyOpen")}</ButtonLink>
        }
      />
      {overrides.length === 0 ? (
        <Empty title={t("none")}>{t("noneWhy")}</Empty>
      ) : (
        <ul className="plain-list stack overrides">
          {overrides.map((override) => (
            <OverrideEntry key={override.id} override={override} hrefOf={hrefOf} />
          ))}
        </ul>
      )}
      <Pager
        page={page}
        pages={more ? page + 1 : page}
        hrefOf={(to) => `?${isOpen ? "open&" : ""}page=${to}`}
      />
    </main>
  )
}
