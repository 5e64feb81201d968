import { type Editor, EditorContent, useEditor } from "@tiptap/react"
import { memo, useEffect } from "react"
import type { SectionId } from "@/lib/minutes/model"
import { clearOf } from "../../../../live/clear-of"
import { type SectionSetting, sectionExtensions } from "./extensions"

/**
 * The editor of one section. It is made once: what the section holds afterwards is asked of it, and
 * typing renders nothing outside it.
 */
export const SectionEditor = memo(function SectionEditor({
  setting,
  headingId,
  register,
  onFocus,
}: {
  setting: SectionSetting
  headingId: string
  register: (id: SectionId, editor: Editor | null) => void
  onFocus: (id: SectionId) => void
}) {
  const { id } = setting
  const editor = useEditor({
    extensions: sectionExtensions(setting),
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      scrollThreshold: clearOf(8),
      scrollMargin: clearOf(24),
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": headingId,
        "aria-describedby": "minutes-keys-hint",
        class: "section-text",
      },
    },
    onFocus: () => onFocus(id),
  })
  useEffect(() => {
    register(id, editor)
    return () => register(id, null)
  }, [editor, id, register])
  return <EditorContent editor={editor} />
})
