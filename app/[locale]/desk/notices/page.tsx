import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { getMyChoices, listNotices } from "@/lib/notices/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { isId } from "@/lib/platform/ids"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { MarkReadForm } from "./mark-read-form"
import { NoticeList } from "./notice-list"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("title") }
}

/** Where a page of the list begins: `<milliseconds>_<id>` of the last notice of the one before. */
function placeOf(asked = ""): { at: Date; id: string } | undefined {
  const [, time = "", id = ""] = /^(\d{1,15})_(.+)$/.exec(asked) ?? []
  return isId(id) ? { at: new Date(Number(time)), id } : undefined
}

export default async function NoticesPage({
  searchParams,
}: {
  searchParams: Promise<{ before?: string }>
}) {
  const [{ before }, actor, locale, t] = await Promise.all([
    searchParams,
    currentActor(),
    getLocale(),
    getTranslations("notices"),
  ])
  const [{ notices, more }, { zone }] = await answer(
    Promise.all([listNotices(actor, placeOf(before)), getMyChoices(actor)]),
  )
  const [newest, oldest] = [notices[0], notices.at(-1)]
  return (
    <main id="main" className="page">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <ButtonLink href={localePath(locale, "/desk/notices/choices")} kind="quiet">
              {t("toChoices")}
            </ButtonLink>
            {notices.some(({ isRead }) => !isRead) ? (
              <MarkReadForm upto={newest?.at.toISOString() ?? ""} />
            ) : null}
          </>
        }
      />
      {notices.length === 0 ? (
        <Empty title={t("none")}>{t("noneWhy")}</Empty>
      ) : (
        <NoticeList notices={notices} locale={locale} zone={zone} />
      )}
      {more && oldest ? (
        <p className="btns">
          <ButtonLink href={`?before=${oldest.at.getTime()}_${oldest.id}`}>{t("older")}</ButtonLink>
        </p>
      ) : null}
    </main>
  )
}
