import type { Editor } from "@tiptap/react"
import { useTranslations } from "next-intl"
import { type FormEvent, useEffect, useRef, useState } from "react"
import { Button } from "@/app/ui/button"
import { FieldError } from "@/app/ui/field"
import { isLinkTarget } from "@/lib/minutes/model"
import { focusText } from "../../../../live/focus-text"
import { removeLink, setLink } from "../../../../live/set-link"
import { wholeAddress } from "../../../../live/whole-address"

/** Where a link leads: asked in a line under the tools, so that nothing covers the text. */
export function LinkPanel({ editor, close }: { editor: Editor; close: () => void }) {
  const t = useTranslations("minutes.link")
  const input = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState(false)
  const current: unknown = editor.getAttributes("link").href
  useEffect(() => input.current?.select(), [])
  const done = () => {
    close()
    focusText(editor)
  }
  const set = (event: FormEvent) => {
    event.preventDefault()
    const href = wholeAddress(input.current?.value ?? "")
    if (href === "") return remove()
    if (!isLinkTarget(href)) return setWrong(true)
    setLink(editor, href, href)
    close()
  }
  const remove = () => {
    removeLink(editor)
    close()
  }
  return (
    <form
      className="link-panel"
      onSubmit={set}
      onKeyDown={(event) => {
        if (event.key === "Escape") done()
      }}
    >
      <label htmlFor="link-href">{t("label")}</label>
      <input
        className="in"
        id="link-href"
        ref={input}
        inputMode="url"
        autoComplete="off"
        defaultValue={typeof current === "string" ? current : ""}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? "link-error" : undefined}
        onChange={() => setWrong(false)}
      />
      <Button small>{t("set")}</Button>
      {typeof current === "string" ? (
        <Button type="button" small onClick={remove}>
          {t("remove")}
        </Button>
      ) : null}
      <Button type="button" kind="quiet" small onClick={done}>
        {t("cancel")}
      </Button>
      {wrong ? <FieldError id="link-error">{t("wrong")}</FieldError> : null}
    </form>
  )
}
