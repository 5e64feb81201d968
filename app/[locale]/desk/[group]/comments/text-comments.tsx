import type { TextRef } from "@/lib/comments/model"
import { listThreads, textPlaces } from "@/lib/comments/queries"
import type { Actor } from "@/lib/platform/actor"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { Pager } from "./pager"
import { namedPlaces } from "./places"
import { queryOf } from "./query-of"
import { StateFilter } from "./state-filter"
import { Threads } from "./threads"
import { states, threadsWanted } from "./threads-query"

/** All that was said of a text, a page at a time, as the query of the address asks for it. */
export async function TextComments({
  on,
  actor,
  base,
  asked,
}: {
  on: TextRef
  actor: Actor
  base: string
  asked: Record<string, string | string[] | undefined>
}) {
  const [t, locale] = await Promise.all([getTranslations("comments"), getLocale()])
  const wanted = threadsWanted(asked)
  const state = wanted.state ?? "all"
  const view = await answer(listThreads(actor, on, locale, wanted))
  const places = namedPlaces(t, await answer(textPlaces(actor, on)))
  return (
    <>
      <StateFilter states={states} shown={state} hrefOf={(to) => `?${queryOf({ state: to })}`} />
      <Threads
        key={`${state} ${view.page}`}
        initial={view}
        on={on}
        base={base}
        query={queryOf({ state, page: view.page })}
        places={places}
        at={typeof asked.about === "string" ? asked.about : "text"}
      />
      <Pager
        page={view.page}
        pages={view.pages}
        hrefOf={(page) => `?${queryOf({ state, page })}`}
      />
    </>
  )
}
