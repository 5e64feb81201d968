import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { getThreadText, listThreads, minutesPlaces } from "@/lib/comments/queries"
import { getDeskGroup } from "@/lib/groups/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { Pager } from "../pager"
import { namedPlaces } from "../places"
import { queryOf } from "../query-of"
import { textHref, textName } from "../text-name"
import { Threads } from "../threads"
import { threadsWanted } from "../threads-query"

type Props = {
  params: Promise<{ group: string; thread: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function load(params: Props["params"]) {
  const [{ group: slug, thread }, actor] = await Promise.all([params, currentActor()])
  const group = await answer(getDeskGroup(actor, slug))
  const text = await answer(getThreadText(actor, group.id, thread))
  return { actor, thread, group, text }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { text } = await load(params)
  const t = await getTranslations("comments")
  return { title: t("threadTitle", { title: await textName(text) }) }
}

/** One thread with all its comments: the address that a notice leads to. */
export default async function ThreadPage({ params, searchParams }: Props) {
  const [{ actor, thread, group, text }, asked, locale] = await Promise.all([
    load(params),
    searchParams,
    getLocale(),
  ])
  const t = await getTranslations("comments")
  const on = text.text
  const wanted = { ...threadsWanted(asked), threadId: thread }
  const view = await answer(listThreads(actor, on, locale, wanted))
  const places =
    on.kind === "minutes" ? namedPlaces(t, await minutesPlaces(actor, on.meetingId)) : []
  const desk = localePath(locale, `/desk/${group.slug}`)
  return (
    <main id="main" className="page">
      <PageHead
        title={t("threadTitle", { title: await textName(text) })}
        actions={
          <>
            <ButtonLink href={textHref(desk, text)}>{t("toText")}</ButtonLink>
            <ButtonLink href={`${desk}/comments`}>{t("title")}</ButtonLink>
          </>
        }
      />
      <Threads
        key={view.page}
        initial={view}
        on={on}
        base={`${desk}/comments`}
        query={queryOf({ page: view.page, thread })}
        places={places}
        whole
      />
      <Pager {...view} hrefOf={(page) => `?${queryOf({ page })}`} />
    </main>
  )
}
