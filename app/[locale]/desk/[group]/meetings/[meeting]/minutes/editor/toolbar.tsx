import { type Editor, useEditorState } from "@tiptap/react"
import { useTranslations } from "next-intl"
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react"
import { Icon } from "@/app/ui/icons"
import { BlockMark } from "./block-frame"
import { FindPanel } from "./find-panel"
import { recordAround, setRecord } from "./record-commands"
import { recordTypes } from "./record-types"

type Tool = {
  key: string
  label: string
  shown: ReactNode
  pressed?: boolean
  off?: boolean
  wide?: boolean
  /** Works on all sections: no caret is needed. */
  everywhere?: () => void
  run: (editor: Editor) => void
}

function stateOf(editor: Editor | null) {
  if (!editor) return null
  const around = recordAround(editor.state.selection.$from)
  return {
    block: around?.node.type.name ?? null,
    bold: editor.isActive("bold"),
    italic: editor.isActive("italic"),
    link: editor.isActive("link"),
    list: editor.isActive("bulletList"),
    numbered: editor.isActive("orderedList"),
    quote: editor.isActive("blockquote"),
    undo: editor.can().undo(),
    redo: editor.can().redo(),
  }
}

/** The tools for the section in which the caret stands. One tab stop; arrow keys move between tools. */
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
  const bar = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(0)
  const [finding, setFinding] = useState(false)
  const state = useEditorState({ editor, selector: ({ editor }) => stateOf(editor) })
  const icon = (name: Parameters<typeof Icon>[0]["name"]) => <Icon name={name} />
  const tools: (Tool | null)[] = [
    ...recordTypes.map((type) => ({
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
    })),
    null,
    {
      key: "bold",
      label: t("bold"),
      shown: <b>{t("boldLetter")}</b>,
      pressed: state?.bold,
      run: (target) => target.commands.toggleBold(),
    },
    {
      key: "italic",
      label: t("italic"),
      shown: <i>{t("italicLetter")}</i>,
      pressed: state?.italic,
      run: (target) => target.commands.toggleItalic(),
    },
    { key: "link", label: t("link"), shown: icon("link"), pressed: state?.link, run: onLink },
    {
      key: "list",
      label: t("list"),
      shown: icon("list"),
      pressed: state?.list,
      run: (target) => target.commands.toggleBulletList(),
    },
    {
      key: "numbered",
      label: t("numbered"),
      shown: icon("numbered"),
      pressed: state?.numbered,
      run: (target) => target.commands.toggleOrderedList(),
    },
    {
      key: "quote",
      label: t("quote"),
      shown: icon("quote"),
      pressed: state?.quote,
      run: (target) => target.commands.toggleBlockquote(),
    },
    null,
    {
      key: "undo",
      label: t("undo"),
      shown: icon("undo"),
      off: !state?.undo,
      run: (target) => target.commands.undo(),
    },
    {
      key: "redo",
      label: t("redo"),
      shown: icon("redo"),
      off: !state?.redo,
      run: (target) => target.commands.redo(),
    },
    null,
    {
      key: "comment",
      label: t("comment"),
      shown: icon("comment"),
      everywhere: onComment,
      run: () => {},
    },
    {
      key: "find",
      label: t("find"),
      shown: icon("search"),
      pressed: finding,
      everywhere: () => setFinding(!finding),
      run: () => {},
    },
  ]

  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [
      ...(bar.current?.querySelectorAll<HTMLButtonElement>("button[data-tool]") ?? []),
    ]
    const at = buttons.findIndex((button) => button.matches(":focus"))
    if (event.key === "Escape") editor?.view.focus()
    const isLeftward = getComputedStyle(event.currentTarget).direction === "rtl" ? 1 : -1
    const to = {
      ArrowRight: at - isLeftward,
      ArrowLeft: at + isLeftward,
      Home: 0,
      End: buttons.length - 1,
    }[event.key]
    if (at < 0 || to === undefined) return
    event.preventDefault()
    const place = (to + buttons.length) % buttons.length
    setStop(place)
    buttons[place]?.focus()
  }

  const press = (tool: Tool) => {
    if (tool.everywhere) return tool.everywhere()
    if (!editor || tool.off) return
    // Commands of the editor focus later; this must be now, before a block takes it to a field.
    editor.view.focus()
    tool.run(editor)
  }
  const shown = tools.filter((tool) => tool !== null)
  return (
    <div className="tools">
      <div
        role="toolbar"
        aria-label={t("label")}
        aria-controls="minutes-text"
        className="tool-row"
        ref={bar}
        onKeyDown={onKeyDown}
        data-minutes-toolbar
      >
        {tools.map((tool, place) =>
          tool === null ? (
            <span className="sep" key={`after-${tools[place - 1]?.key}`} aria-hidden="true" />
          ) : (
            <button
              key={tool.key}
              type="button"
              data-tool
              className={`btn small${tool.wide ? "" : " icon"}`}
              aria-label={tool.wide ? undefined : tool.label}
              title={tool.wide ? undefined : tool.label}
              aria-pressed={tool.pressed}
              aria-disabled={(!editor && !tool.everywhere) || tool.off || undefined}
              tabIndex={shown.indexOf(tool) === stop ? 0 : -1}
              onFocus={() => setStop(shown.indexOf(tool))}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => press(tool)}
            >
              {tool.shown}
            </button>
          ),
        )}
      </div>
      <FindPanel open={finding} setOpen={setFinding} />
      {children}
    </div>
  )
}
