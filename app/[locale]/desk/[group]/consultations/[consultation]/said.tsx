import type { ReactNode } from "react"
import type { TextRef } from "@/lib/comments/model"
import { textRefOf } from "@/lib/comments/model"
import { listThreads } from "@/lib/comments/queries"
import type { OpenText } from "@/lib/consultations/open-texts"
import type { Actor } from "@/lib/platform/actor"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { Pager } from "../../comments/pager"
import { Threads } from "../../comments/threads"
import { useTextName } from "../use-text-name"
import { type SaidAsked, saidHref, saidMark, saidPage } from "./said-pages"

/**
 * What was said of each text in the consultation, a page of it at a time, to be answered and resolved by
 * those who may. While comments are taken every text has its place, so that the first word on one arrives
 * as all others do.
 */
export async function Said({
  consultationId,
  groupSlug,
  texts,
  taken,
  asked,
  actor,
}: {
  consultationId: string
  groupSlug: string
  taken: boolean
  /** The query of the address: which page of what was said of which text. */
  asked: SaidAsked
  texts: readonly OpenText[]
  actor: Actor
}) {
  const [t, c, locale] = await Promise.all([
    getTranslations("consultations.others"),
    getTranslations("consultations.comment"),
    getLocale(),
  ])
  const read = await Promise.all(
    texts.map(async (text) => {
      const on: TextRef = textRefOf(text.kind, text.textId)
      const order = text.sections.map(({ place }) => place)
      return {
        text,
        on,
        view: await answer(
          listThreads(actor, on, locale, {
            ...{ consultationId, order },
            page: saidPage(asked, text.position),
          }),
        ),
      }
    }),
  )
  const spoken = taken ? read : read.filter(({ view }) => view.threads.length > 0)
  if (spoken.length === 0) return null
  const base = localePath(locale, `/desk/${groupSlug}/comments`)
  return (
    <section aria-labelledby="said" className="stack consultation-said">
      <h2 id="said">{t("title")}</h2>
      {spoken.map(({ text, on, view }) => (
        <SaidOf key={text.id} text={text} isAlone={texts.length === 1}>
          <Threads
            key={view.page}
            initial={view}
            on={on}
            consultationId={consultationId}
            base={base}
            beside={read.map((each) => each.on)}
            query={`consultation=${consultationId}&page=${view.page}`}
            places={text.sections.map(({ place, title }, at) => ({
              about: "section",
              place,
              label: title || c("untitled", { place: at + 1 }),
            }))}
            begins={false}
          />
          <SaidPager text={text} page={view.page} pages={view.pages} asked={asked} />
        </SaidOf>
      ))}
    </section>
  )
}

/** The threads of one text, under its name where there are several. */
function SaidOf({
  text,
  isAlone,
  children,
}: {
  text: OpenText
  isAlone: boolean
  children: ReactNode
}) {
  const name = useTextName()(text)
  const id = saidMark(text.position)
  if (isAlone)
    return (
      <div className="stack" id={id}>
        {children}
      </div>
    )
  return (
    <section className="stack" id={id} aria-label={name}>
      <h2>{name}</h2>
      {children}
    </section>
  )
}

/** The way to the other pages of what was said of a text; those of the other texts stay as they are. */
function SaidPager({
  text,
  page,
  pages,
  asked,
}: {
  text: OpenText
  page: number
  pages: number
  asked: SaidAsked
}) {
  const name = useTextName()(text)
  return (
    <Pager of={name} {...{ page, pages }} hrefOf={(to) => saidHref(asked, text.position, to)} />
  )
}
