import { useTranslations } from "next-intl"
import type { SectionHead } from "./sections"

/** Headings of sections stand under the title of the page, or one level deeper. */
export type HeadingLevel = 2 | 3

/** The heading of a section, with its number in the margin. A section without an item says so. */
export function SectionHeading({
  head,
  id,
  level = 2,
}: {
  head: SectionHead
  id: string
  level?: HeadingLevel
}) {
  const t = useTranslations("minutes.section")
  const Heading = level === 2 ? "h2" : "h3"
  const isItem = head.kind === "item"
  const look = isItem ? (head.item.depth > 0 ? " below" : "") : " bare"
  return (
    <>
      <Heading id={id} className={`section-title${look}`}>
        {isItem ? <span className="n">{head.item.label}</span> : null}
        <span>{isItem ? head.item.title : t(head.kind)}</span>
      </Heading>
      {head.kind === "stranded" ? <p className="stranded">{t("strandedWhy")}</p> : null}
    </>
  )
}
