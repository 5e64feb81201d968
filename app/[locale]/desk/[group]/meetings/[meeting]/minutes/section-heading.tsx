import { useTranslations } from "next-intl"
import type { SectionHead } from "./sections"

/** The heading of a section, with its number in the margin. A section without an item says so. */
export function SectionHeading({ head, id }: { head: SectionHead; id: string }) {
  const t = useTranslations("minutes.section")
  const isBelow = head.kind === "item" && head.item.depth > 0
  const look = head.kind === "item" ? (isBelow ? "below" : undefined) : "bare"
  return (
    <>
      <h2 id={id} className={look}>
        {head.kind === "item" ? <span className="n">{head.item.label}</span> : null}
        <span>{head.kind === "item" ? head.item.title : t(head.kind)}</span>
      </h2>
      {head.kind === "stranded" ? <p className="stranded">{t("strandedWhy")}</p> : null}
    </>
  )
}
