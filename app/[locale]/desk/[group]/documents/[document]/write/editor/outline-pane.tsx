import { type Editor, useEditorState } from "@tiptap/react"
import { useTranslations } from "next-intl"
import { focusText } from "../../../../live/focus-text"

type Entry = { pos: number; level: number; words: string }

function headingsOf(editor: Editor | null): Entry[] {
  const found: Entry[] = []
  editor?.state.doc.forEach((node, pos) => {
    const words = node.type.name === "heading" ? node.textContent.trim() : ""
    if (words !== "") found.push({ pos, level: Number(node.attrs.level), words })
  })
  return found
}

/** The headings of the text as it is written. A press leads the caret to one. */
export function OutlinePane({ editor }: { editor: Editor | null }) {
  const t = useTranslations("documents.write")
  const entries = useEditorState({ editor, selector: ({ editor }) => headingsOf(editor) }) ?? []
  if (entries.length === 0) return <p className="small muted">{t("noHeadings")}</p>
  return (
    <nav className="doc-outline" aria-label={t("outline")}>
      <ul>
        {entries.map(({ pos, level, words }) => (
          <li key={pos} data-level={level}>
            <button type="button" dir="auto" onClick={() => editor && focusText(editor, pos + 1)}>
              {words}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
