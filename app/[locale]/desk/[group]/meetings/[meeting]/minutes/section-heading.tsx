import { useTranslations } from "next-intl"
import { SectionComment } from "../../../comments/beside/section-comment"
import { SectionMenu, SectionState, SectionTitle } from "./room/section-tools"
import type { SectionHead } from "./sections"

/** Headings of sections stand under the title of the page, or one level deeper. */
export type HeadingLevel = 2 | 3

/**
 * The heading of a section, with its number in the margin. A section without an item says so. Where
 * the room is in hand, the item can be renamed, marked and moved from here; elsewhere it is a heading.
 */
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
  if (head.kind !== "item")
    return (
      <>
        <div className="section-head">
          <Heading id={id} className="section-title bare">
            <span>{t(head.kind)}</span>
          </Heading>
          <SectionComment id={head.id} titleId={id} />
        </div>
        {head.kind === "stranded" ? <p className="stranded">{t("strandedWhy")}</p> : null}
      </>
    )
  const { item } = head
  return (
    <>
      <div className="section-head">
        <Heading id={id} className={item.depth > 0 ? "section-title below" : "section-title"}>
          <span className="n">{item.label}</span>
          <SectionTitle itemId={item.id} title={item.title} />
        </Heading>
        <SectionComment id={item.id} titleId={id} />
        <SectionMenu itemId={item.id} />
      </div>
      <SectionState itemId={item.id} />
    </>
  )
}
