import { useTranslations } from "next-intl"
import { memo, useEffect, useState } from "react"
import { Icon } from "@/app/ui/icons"
import { CommentsBeside, type CommentsGiven } from "../../../../comments/beside/comments-beside"
import type { Commenting } from "../../../../comments/beside/use-commenting"
import { CloseSheet } from "../room/close-sheet"

/** What is said about the minutes, beside them; on a phone a sheet of its own. */
export const CommentsPane = memo(function CommentsPane({
  given,
  commenting,
  open,
  counted,
}: {
  given: CommentsGiven
  commenting: Commenting
  /** How many threads are open, and what is told when that changes. */
  open: number
  counted: (open: number) => void
}) {
  const t = useTranslations("comments.pane")
  const { asked, picked } = commenting
  const [isOpen, setOpen] = useState(() => window.location.hash === "#comments")
  // Whoever asks for a comment wants to see it, on a phone over the text.
  useEffect(() => {
    if (!asked && !picked) return
    setOpen(true)
    const isSheet = getComputedStyle(document.getElementById("comments") ?? document.body)
    if (isSheet.display === "none") window.location.hash = "comments"
  }, [asked, picked])
  return (
    <>
      <CloseSheet />
      <h2 id="comments-title">
        <button
          type="button"
          className="fold"
          aria-expanded={isOpen}
          aria-controls="comments-list"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? "up" : "down"} />
          {t("title")}
        </button>
        <span className="only-sheet">{t("title")}</span>
        <span className="counts">{t("count", { open })}</span>
      </h2>
      <div id="comments-list" className={isOpen ? "comments-list" : "comments-list folded"}>
        <CommentsBeside {...{ given, commenting, counted }} />
      </div>
    </>
  )
})
