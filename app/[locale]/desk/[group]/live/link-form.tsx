import type { Editor } from "@tiptap/react"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Button } from "@/app/ui/button"
import { FieldError } from "@/app/ui/field"
import { focusText } from "./focus-text"
import { removeLink } from "./set-link"

/** The id of what is said below the fields when they lead nowhere. */
export const linkError = "link-error"

/**
 * Where a link leads: asked in a line under the tools, so that nothing covers the text. `children` are
 * its fields; `set` puts the link in and returns false where it leads nowhere.
 */
export function LinkForm({
  editor,
  close,
  set,
  wrong,
  children,
}: {
  editor: Editor
  close: () => void
  set: () => boolean
  wrong: string | null
  children: ReactNode
}) {
  const t = useTranslations("minutes.link")
  const done = () => {
    close()
    focusText(editor)
  }
  const remove = () => {
    removeLink(editor)
    close()
  }
  return (
    <form
      className="link-panel"
      onSubmit={(event) => {
        event.preventDefault()
        if (set()) close()
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") done()
      }}
    >
      {children}
      <Button small>{t("set")}</Button>
      {editor.isActive("link") ? (
        <Button type="button" small onClick={remove}>
          {t("remove")}
        </Button>
      ) : null}
      <Button type="button" kind="quiet" small onClick={done}>
        {t("cancel")}
      </Button>
      {wrong === null ? null : <FieldError id={linkError}>{wrong}</FieldError>}
    </form>
  )
}
