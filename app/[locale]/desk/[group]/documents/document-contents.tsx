import type { DocumentText } from "@/lib/documents/model"
import { outlineOf } from "@/lib/documents/outline"
import { headingAnchor } from "@/lib/documents/render"

/** The headings of a document as links to their places; nothing for one that has none. */
export function DocumentContents({ text, label }: { text: DocumentText; label: string }) {
  const entries = outlineOf(text)
  if (entries.length === 0) return null
  return (
    <nav className="doc-nav" aria-label={label}>
      <h2>{label}</h2>
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
