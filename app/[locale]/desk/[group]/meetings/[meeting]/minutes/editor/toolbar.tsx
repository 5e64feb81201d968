import { type Editor, useEditorState } from "@tiptap/react"
import { useTranslations } from "next-intl"
import { type ReactNode, useState } from "react"
import { textState, useTextTools } from "../../../../live/text-tools"
import { ToolRow } from "../../../../live/tool-row"
import { BlockMark } from "./block-frame"
import { FindPanel } from "./find-panel"
import { recordAround, setRecord } from "./record-commands"
import { recordTypes } from "./record-types"

function stateOf(editor: Editor | null) {
  if (!editor) return null
  const around = recordAround(editor.state.selection.$from)
  return { block: around?.node.type.name ?? null, ...textState(editor) }
}

/** The tools for the section in which the caret stands. */
export function Toolbar({
  editor,
  onLink,
  onComment,
  children,
}: {
  editor: Editor | null
  onLink: () => void
  onComment: () => void
  children?: ReactNode
}) {
  const t = useTranslations("minutes.tools")
  const block = useTranslations("minutes.block")
  const [finding, setFinding] = useState(false)
  const state = useEditorState({ editor, selector: ({ editor }) => stateOf(editor) })
  const find: [boolean, () => void] = [finding, () => setFinding(!finding)]
  const text = useTextTools(state, { onLink, onComment, find })
  const records = recordTypes.map((type) => ({
    key: type,
    label: block(type),
    wide: true,
    shown: (
      <>
        <BlockMark type={type} />
        {block(type)}
      </>
    ),
    pressed: state?.block === type,
    run: (target: Editor) => setRecord(target, type),
  }))
  const tools = [...records, null, ...text.marks, ...text.blocks, ...text.rest]
  return (
    <div className="tools">
      <ToolRow editor={editor} label={t("label")} tools={tools} />
      <FindPanel open={finding} setOpen={setFinding} />
      {children}
    </div>
  )
}
