import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { listGroupThreads } from "@/lib/comments/group-threads"
import { getDeskGroup } from "@/lib/groups/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { pageIn } from "@/lib/platform/pages"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { Pager } from "./pager"
import { queryOf } from "./query-of"
import { StateFilter } from "./state-filter"
import { ThreadTable } from "./thread-table"

const states = ["open", "resolved", "all"] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("comments"))("title") }
}

/** The threads of the group, those with the newest comment first. */
export default async function CommentsPage({
  params,
  searchParams,
}: {
  params: Promise<{ group: string }>
  searchParams: Promise<{ state?: string; mine?: string; page?: string }>
}) {
  const [{ group: slug }, asked, actor, locale, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
    getTranslations("comments"),
  ])
  const group = await answer(getDeskGroup(actor, slug))
  const state = states.find((each) => each === asked.state) ?? "open"
  const mine = asked.mine !== undefined
  const page = pageIn(asked.page)
  const { lines, more } = await answer(listGroupThreads(actor, group.id, { state, mine, page }))
  const query = (to: Parameters<typeof queryOf>[0]) => `?${queryOf({ state, mine, ...to })}`
  return (
    <main id="main" className="page">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={
          <ButtonLink href={query({ mine: !mine })}>
            {mine ? t("list.allAuthors") : t("list.mine")}
          </ButtonLink>
        }
      />
      <StateFilter states={states} shown={state} hrefOf={(to) => query({ state: to })} />
      {lines.length === 0 ? (
        <Empty title={t("list.none")}>{t("list.noneWhy")}</Empty>
      ) : (
        <ThreadTable lines={lines} desk={localePath(locale, `/desk/${group.slug}`)} />
      )}
      <Pager page={page} pages={more ? page + 1 : page} hrefOf={(to) => query({ page: to })} />
    </main>
  )
}
