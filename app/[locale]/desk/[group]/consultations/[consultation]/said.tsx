import type { ReactNode } from "react"
import type { TextRef } from "@/lib/comments/model"
import { textRefOf } from "@/lib/comments/model"
import { listThreads } from "@/lib/comments/queries"
import type { OpenText } from "@/lib/consultations/open-texts"
import type { Actor } from "@/lib/platform/actor"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { Threads } from "../../comments/threads"
import { useTextName } from "../use-text-name"

/**
 * What was said of each text in the consultation, to be answered and resolved by those who may. While
 * comments are taken every text has its place, so that the first word on one arrives as all others do.
 */
export async function Said({
  consultationId,
  groupSlug,
  texts,
  taken,
  actor,
}: {
  consultationId: string
  groupSlug: string
  taken: boolean
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
        view: await answer(listThreads(actor, on, locale, { consultationId, order })),
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
            initial={view}
            on={on}
            base={base}
            beside={read.map((each) => each.on)}
            query={`consultation=${consultationId}`}
            places={text.sections.map(({ place, title }, at) => ({
              about: "section",
              place,
              label: title || c("untitled", { place: at + 1 }),
            }))}
            begins={false}
          />
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
  if (isAlone) return children
  return (
    <section className="stack" aria-label={name}>
      <h2>{name}</h2>
      {children}
    </section>
  )
}
