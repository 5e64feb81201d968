import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { isEmptyDoc, type MinutesText, sectionOf } from "@/lib/minutes/model"
import { DocView } from "./doc-view"
import { type HeadingLevel, SectionHeading } from "./section-heading"
import { type ItemHead, sectionHeads } from "./sections"

/** The minutes to be read, section by section. `only` limits them; `prefix` keeps ids apart on a page. */
export function TextView({
  text,
  agenda,
  number,
  only,
  prefix = "s",
  level = 2,
  under,
}: {
  text: MinutesText
  agenda: readonly ItemHead[]
  /** Of the meeting; decisions and actions are counted "33/1". */
  number: number | null
  only?: ReadonlySet<string>
  prefix?: string
  level?: HeadingLevel
  /** What stands under a decision, by its id. */
  under?: ReadonlyMap<string, ReactNode>
}) {
  const t = useTranslations("minutes")
  const of = number === null ? "" : `${number}/`
  return sectionHeads(text.order, agenda)
    .filter(({ id }) => only?.has(id) ?? true)
    .map((head) => {
      const doc = sectionOf(text, head.id)
      const id = `${prefix}-${head.id}`
      return (
        <section key={head.id} className="minutes-section" aria-labelledby={`${id}-title`} id={id}>
          <SectionHeading head={head} id={`${id}-title`} level={level} />
          {isEmptyDoc(doc) ? (
            <div className="section-text">
              <p className="muted">{t("nothing")}</p>
            </div>
          ) : (
            <DocView doc={doc} setting={{ of, level, under }} />
          )}
        </section>
      )
    })
}
