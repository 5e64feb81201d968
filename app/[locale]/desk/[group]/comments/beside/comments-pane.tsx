import { useTranslations } from "next-intl"
import { memo, useState } from "react"
import { Icon } from "@/app/ui/icons"
import { textIdOf } from "@/lib/comments/model"
import { CloseSheet } from "../../live/close-sheet"
import { CommentsBeside, type CommentsGiven } from "./comments-beside"
import type { Commenting } from "./use-commenting"

/** On a phone the comments are a sheet over the text, which has to be there before it takes the focus. */
function reveal(): void {
  const pane = document.getElementById("comments")
  if (pane && getComputedStyle(pane).display === "none") window.location.hash = "comments"
}

/** Whether the reader left a new comment on the text half written. */
const hasBegun = ({ initial: { drafts }, on }: CommentsGiven): boolean =>
  Object.keys(drafts).some((key) => key.startsWith(`${textIdOf(on)}:`))

/** What is said about a text, beside it; on a phone a sheet of its own. */
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
  const [isOpen, setOpen] = useState(() => window.location.hash === "#comments" || hasBegun(given))
  const [answered, setAnswered] = useState({ asked, picked })
  // Whoever asks for a comment wants to see it: open before anything in it takes the focus.
  if (answered.asked !== asked || answered.picked !== picked) {
    setAnswered({ asked, picked })
    if (asked || picked) setOpen(true)
  }
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
        <CommentsBeside {...{ given, commenting, counted, reveal }} />
      </div>
    </>
  )
})
