import { UndoRedo } from "@tiptap/extensions"
import { EditorContent, type UseEditorOptions, useEditor, useEditorState } from "@tiptap/react"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import type { PlainBlock } from "@/lib/minutes/model"
import { OwnCaret } from "../../../../live/own-caret"
import { textState, useTextTools } from "../../../../live/text-tools"
import { ToolRow } from "../../../../live/tool-row"
import { Fill } from "../../../../meetings/[meeting]/minutes/editor/fill"
import { LinkPanel } from "../../../../meetings/[meeting]/minutes/editor/link-panel"
import { Mention } from "../../../../meetings/[meeting]/minutes/editor/mention"
import { plainNodes } from "../../../../meetings/[meeting]/minutes/editor/plain-nodes"
import type { RichProps } from "./editor"

/** What may stand in a cell: lines and lists, no quotes. */
const cellNodes = plainNodes.filter(({ name }) => name !== "blockquote")

const isBlank = (block: PlainBlock | undefined) =>
  block?.type === "paragraph" &&
  (block.content ?? []).every((node) => node.type === "text" && node.text.trim() === "")

/** Who can be named: a list that is asked at each letter, for it may be fetched anew while one writes. */
const membersOf = ({ people }: RichProps["setting"]) =>
  people.filter(({ member }) => member).map(({ id, name }) => ({ id, name, capacity: "" }))

/** Without blank lines at the ends; nothing but blank lines is nothing. */
function trimmed(blocks: readonly PlainBlock[]): PlainBlock[] {
  const from = blocks.findIndex((block) => !isBlank(block))
  const to = blocks.findLastIndex((block) => !isBlank(block))
  return from < 0 ? [] : blocks.slice(from, to + 1)
}

/** Comments and synergies: emphasis, links, lists, and people by `@`. Loaded when such a cell is opened. */
export default function RichEditor({ value, typed, early, change, setting }: RichProps) {
  const t = useTranslations("minutes.tools")
  const words = useTranslations("minutes.menu")
  const [linking, setLinking] = useState(false)
  const members = useRef(membersOf(setting))
  useEffect(() => {
    members.current = membersOf(setting)
  })
  // Made once: options that change under an editor would close the list of names at every letter.
  const [options] = useState<UseEditorOptions>(() => {
    const begun = typed === null ? value : []
    const named = { id: "people-cell", label: words("people"), inText: words("inText") }
    return {
      extensions: [
        OwnCaret,
        ...cellNodes,
        Mention.configure({ ...named, people: () => members.current }),
        Fill,
        UndoRedo,
      ],
      content: { type: "doc", content: begun.length > 0 ? begun : [{ type: "paragraph" }] },
      injectCSS: false,
      immediatelyRender: true,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: {
          ...{ role: "textbox", "aria-multiline": "true", "aria-label": setting.label },
          ...{ class: "rich in", "data-first": "" },
        },
      },
      onUpdate: ({ editor: now }) => change(trimmed(now.getJSON().content as PlainBlock[])),
    }
  })
  const editor = useEditor(options)
  const writtenIn = useRef<typeof editor>(null)
  // Once the text stands in the page. An editor that waited for it too long is given up, and another comes.
  useEffect(() => {
    if (editor.isDestroyed) return
    editor.commands.setTextSelection(editor.state.doc.content.size)
    editor.view.focus()
    if (writtenIn.current === editor) return
    writtenIn.current = editor
    early.split("\n").forEach((line, place) => {
      if (place > 0) editor.commands.splitBlock()
      editor.view.dispatch(editor.state.tr.insertText(line))
    })
  }, [editor, early])
  const state = useEditorState({ editor, selector: ({ editor: now }) => textState(now) })
  const { marks, blocks } = useTextTools(state, {
    onLink: () => setLinking(true),
    onComment: () => {},
    find: [false, () => {}],
  })
  const tools = [...marks, null, ...blocks.filter(({ key }) => key !== "quote")]
  return (
    <>
      <ToolRow editor={editor} label={t("label")} tools={tools} text="cell-text" />
      {linking ? <LinkPanel editor={editor} close={() => setLinking(false)} /> : null}
      <EditorContent editor={editor} id="cell-text" />
    </>
  )
}
