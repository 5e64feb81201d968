import { useTranslations } from "next-intl"
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { Button } from "@/app/ui/button"
import { Icon } from "@/app/ui/icons"
import { focusText } from "../../../../live/focus-text"
import { editorsOnPage, useFind } from "./use-find"

type Origin = Parameters<typeof useFind>[1]

/** The caret of the text, where there is one; asked of the page, for the editor may hear of it late. */
function origin(): NonNullable<Origin> {
  const editor = editorsOnPage().find((one) => one.view.hasFocus()) ?? null
  const { focusNode, focusOffset } = document.getSelection() ?? {}
  if (!editor || !focusNode || focusOffset === undefined) return { editor, pos: 0 }
  const isInside = editor.view.dom.contains(focusNode)
  return { editor, pos: isInside ? editor.view.posAtDOM(focusNode, focusOffset) : 0 }
}

/** The words that are selected in the text, when they are few enough to look for. */
function selected(): string {
  const { editor } = origin()
  if (!editor || editor.state.selection.empty) return ""
  const { from, to } = editor.state.selection
  const words = editor.state.doc.textBetween(from, to, "\n")
  return words.length <= 80 && !words.includes("\n") ? words : ""
}

/**
 * Looks for words in all sections. Ctrl F inside the text opens it; pressed again in the panel, it is
 * the browser's own. Enter and F3 go on, with Shift back; Escape leads to the text.
 */
export function FindPanel({ open, setOpen }: { open: boolean; setOpen: (open: boolean) => void }) {
  const t = useTranslations("minutes.find")
  const [words, setWords] = useState("")
  const [from, setFrom] = useState<Origin>(null)
  const input = useRef<HTMLInputElement>(null)
  const { at, count, step, current } = useFind(open ? words : "", open ? from : null)
  const latest = useRef({ open, step, setOpen })
  latest.current = { open, step, setOpen }

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const { open, step, setOpen } = latest.current
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      const isInText =
        event.target instanceof Element && event.target.closest("#minutes-text") !== null
      if (isCommand && event.key.toLowerCase() === "f" && isInText) {
        if (open) input.current?.select()
        setOpen(true)
      } else if (event.key === "F3" && open) step(event.shiftKey ? -1 : 1)
      else return
      event.preventDefault()
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [])
  useEffect(() => {
    if (!open) return
    const chosen = selected()
    if (chosen !== "") setWords(chosen)
    setFrom(origin())
    requestAnimationFrame(() => input.current?.select())
  }, [open])

  const close = () => {
    const place = current()
    setOpen(false)
    const editor = place?.editor ?? from?.editor ?? editorsOnPage()[0]
    const at = place?.hit.block ? place.hit.from + 2 : place?.hit.to
    if (editor) focusText(editor, at)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") close()
    else if (
      event.key === "Enter" &&
      !event.nativeEvent.isComposing &&
      event.target === input.current
    )
      step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }
  if (!open) return null
  const said = count === 0 ? t("none") : t("place", { at: at + 1, count })
  return (
    // The keys are those of the field and of the buttons inside.
    <search className="link-panel find-panel" aria-label={t("label")} onKeyDown={keys}>
      <label htmlFor="find-words">{t("words")}</label>
      <input
        className="in"
        id="find-words"
        ref={input}
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <span className="find-count" role="status">
        {words.trim() === "" ? "" : said}
      </span>
      <Button type="button" small icon aria-label={t("previous")} onClick={() => step(-1)}>
        <Icon name="up" />
      </Button>
      <Button type="button" small icon aria-label={t("next")} onClick={() => step(1)}>
        <Icon name="down" />
      </Button>
      <Button type="button" kind="quiet" small onClick={close}>
        {t("close")}
      </Button>
    </search>
  )
}
