"use client"

import { useTranslations } from "next-intl"
import { SectionComment } from "../../../comments/beside/section-comment"

type Entry = {
  key: string | number
  /** Of the heading, by which threads know its section. */
  id: string
  level: number
  words: string
  /** Leads into the section; left out where the text is only read. */
  go?: () => void
}

/** The headings of a text, each with the ways to its section and to a comment on it. */
export function OutlineList({ entries }: { entries: readonly Entry[] }) {
  const t = useTranslations("documents.write")
  if (entries.length === 0) return <p className="small muted">{t("noHeadings")}</p>
  return (
    <nav className="doc-outline" aria-label={t("outline")}>
      <ul>
        {entries.map(({ key, id, level, words, go }) => (
          <li key={key} data-level={level}>
            {go ? (
              <button type="button" dir="auto" id={`o-${id}`} onClick={go}>
                {words}
              </button>
            ) : (
              <span dir="auto" id={`o-${id}`}>
                {words}
              </span>
            )}
            <SectionComment id={id} titleId={`o-${id}`} />
          </li>
        ))}
      </ul>
    </nav>
  )
}
