import { type Editor, useEditorState } from "@tiptap/react"
import { useLocale, useTranslations } from "next-intl"
import { type ReactNode, useState } from "react"
import { textState, useTextTools } from "../../../../live/text-tools"
import { type Tool, ToolRow } from "../../../../live/tool-row"
import { FindPanel } from "../../../../meetings/[meeting]/minutes/editor/find-panel"
import { addTable } from "./commands"
import { usualLevels } from "./heading"
import {
  addColumn,
  addRow,
  deleteColumn,
  deleteRow,
  deleteTable,
  placeIn,
  sortRows,
  toggleHeads,
} from "./table-commands"

function stateOf(editor: Editor | null) {
  if (!editor) return null
  return {
    level: editor.isActive("heading") ? Number(editor.getAttributes("heading").level) : null,
    isInTable: placeIn(editor.state.selection.$from) !== null,
    ...textState(editor),
  }
}

/** The tools for the text; those for a table come while the caret stands in one. */
export function DocumentToolbar({
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
  const t = useTranslations("documents.write.tools")
  const block = useTranslations("documents.write.block")
  const [finding, setFinding] = useState(false)
  const state = useEditorState({ editor, selector: ({ editor }) => stateOf(editor) })
  const find: [boolean, () => void] = [finding, () => setFinding(!finding)]
  const text = useTextTools(state, { onLink, onComment, find })
  const wide = (key: string, label: string, run: Tool["run"], more: Partial<Tool> = {}): Tool => ({
    ...{ key, label, run, wide: true, shown: label, ...more },
  })
  const headings = usualLevels.map((level) =>
    wide(
      `heading${level}`,
      block(`heading${level}`),
      (target) => target.commands.toggleNode("heading", "paragraph", { level }),
      { pressed: state?.level === level },
    ),
  )
  const tools = [
    ...headings,
    null,
    ...text.marks,
    wide("footnote", block("footnote"), (target) => target.commands.addFootnote()),
    null,
    ...text.blocks,
    wide("table", block("table"), addTable, { off: state?.isInTable }),
    ...text.rest,
  ]
  return (
    <div className="tools">
      <ToolRow editor={editor} label={t("label")} tools={tools} />
      {state?.isInTable ? <TableTools editor={editor} /> : null}
      <FindPanel open={finding} setOpen={setFinding} />
      {children}
    </div>
  )
}

function TableTools({ editor }: { editor: Editor | null }) {
  const t = useTranslations("documents.write.tools")
  const locale = useLocale()
  const tool = (key: Parameters<typeof t>[0], command: ReturnType<typeof addRow>): Tool => ({
    ...{ key, wide: true, label: t(key), shown: t(key) },
    run: ({ state, view }) => command(state, view.dispatch),
  })
  const tools = [
    tool("rowAbove", addRow("above")),
    tool("rowBelow", addRow("below")),
    tool("columnBefore", addColumn("before")),
    tool("columnAfter", addColumn("after")),
    null,
    tool("headRow", toggleHeads("row")),
    tool("headColumn", toggleHeads("column")),
    tool("sort", sortRows(locale)),
    null,
    tool("deleteRow", deleteRow),
    tool("deleteColumn", deleteColumn),
    tool("deleteTable", deleteTable),
  ]
  return <ToolRow editor={editor} label={t("tableLabel")} tools={tools} />
}
