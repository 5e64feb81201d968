import type { Editor } from "@tiptap/react"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { isLinkTarget } from "@/lib/minutes/model"
import { LinkForm, linkError } from "../../../../live/link-form"
import { removeLink, setLink } from "../../../../live/set-link"
import { wholeAddress } from "../../../../live/whole-address"

/** The address to which a link of the minutes leads; without one, the link is taken away. */
export function LinkPanel({ editor, close }: { editor: Editor; close: () => void }) {
  const t = useTranslations("minutes.link")
  const input = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState(false)
  const current: unknown = editor.getAttributes("link").href
  useEffect(() => input.current?.select(), [])
  const set = () => {
    const href = wholeAddress(input.current?.value ?? "")
    const leads = href === "" || isLinkTarget(href)
    if (!leads) setWrong(true)
    else if (href === "") removeLink(editor)
    else setLink(editor, href, href)
    return leads
  }
  return (
    <LinkForm editor={editor} close={close} set={set} wrong={wrong ? t("wrong") : null}>
      <label htmlFor="link-href">{t("label")}</label>
      <input
        className="in"
        id="link-href"
        ref={input}
        inputMode="url"
        autoComplete="off"
        defaultValue={typeof current === "string" ? current : ""}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? linkError : undefined}
        onChange={() => setWrong(false)}
      />
    </LinkForm>
  )
}
