import { useTranslations } from "next-intl"
import type { SectionHead } from "./sections"

/** The sections as links, as the agenda has them. `current` is where the caret stands. */
export function AgendaList({
  heads,
  current,
}: {
  heads: readonly SectionHead[]
  current?: string | null
}) {
  const t = useTranslations("minutes.section")
  return (
    <ol className="ag">
      {heads.map((head) => (
        <li
          key={head.id}
          className={head.id === current ? "on" : undefined}
          aria-current={head.id === current ? "location" : undefined}
        >
          <span className="n">{head.kind === "item" ? head.item.label : ""}</span>
          <a href={`#s-${head.id}`}>{head.kind === "item" ? head.item.title : t(head.kind)}</a>
          {head.kind === "item" && head.item.minutes ? (
            <span className="m">{t("minutes", { count: head.item.minutes })}</span>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
