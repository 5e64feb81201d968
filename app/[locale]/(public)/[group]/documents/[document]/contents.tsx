import { useTranslations } from "next-intl"
import type { DocumentText } from "@/lib/documents/model"
import { outlineOf } from "@/lib/documents/outline"
import { headingAnchor } from "@/lib/documents/render"

/** The headings of a document as links to their places; nothing for one that has fewer than two. */
export function Contents({ text }: { text: DocumentText }) {
  const t = useTranslations("publicDocuments")
  const entries = outlineOf(text)
  if (entries.length < 2) return null
  return (
    <nav className="agenda contents" aria-labelledby="contents">
      <h2 id="contents">{t("contents")}</h2>
      <ul>
        {entries.map(({ id, level, words }) => (
          <li key={id} data-level={level}>
            <a href={`#${headingAnchor(id)}`} dir="auto">
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
