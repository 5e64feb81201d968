import type { Editor } from "@tiptap/react"
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react"

export type Tool = {
  key: string
  label: string
  shown: ReactNode
  pressed?: boolean | undefined
  off?: boolean | undefined
  wide?: boolean
  /** Works on the whole page: no caret is needed. */
  everywhere?: () => void
  run: (editor: Editor) => void
}

/** Tools in a row, `null` between two groups of them. One tab stop; arrow keys move between tools. */
export function ToolRow({
  editor,
  label,
  tools,
  text = "minutes-text",
}: {
  editor: Editor | null
  label: string
  tools: readonly (Tool | null)[]
  /** The id of the text that the tools work on. */
  text?: string
}) {
  const bar = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(0)
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
    <div
      role="toolbar"
      aria-label={label}
      aria-controls={text}
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
  )
}
