import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { ButtonLink } from "@/app/ui/button"
import { CommentWays } from "../../../comments/beside/section-comment"
import { CloseSheet } from "../../../live/close-sheet"
import { Pane, WritingHead } from "../../../live/frame-parts"
import { ThumbBar } from "../../../live/thumb-bar"
import type { DocumentGiven } from "./given"

/**
 * The page on which a document is written: head, outline, sheet, comments. The same before and after
 * script.
 */
export function WritingFrame({
  given: { title, lead, readHref, plainHref, comments: all },
  save = null,
  end = null,
  outline,
  tools,
  children,
  foot = null,
  comments,
  ask,
  openThreads = all.initial.total.open,
}: {
  given: Pick<DocumentGiven, "title" | "lead" | "readHref" | "plainHref" | "comments">
  /** The save mark: it stays on top at every width. */
  save?: ReactNode
  end?: ReactNode
  /** The headings of the text. */
  outline: ReactNode
  tools?: ReactNode
  children: ReactNode
  foot?: ReactNode
  /** What is said about the text; before script the way to it. */
  comments: ReactNode
  /** What asks for a comment beside the text; left out where that is not possible. */
  ask?: (at: string) => void
  /** How many threads are open. */
  openThreads?: number
}) {
  const t = useTranslations("documents.write")
  return (
    <>
      <WritingHead
        title={title}
        lead={lead}
        save={save}
        end={
          <>
            {end}
            <ButtonLink small href={readHref}>
              {t("read")}
            </ButtonLink>
          </>
        }
      />
      <CommentWays value={{ href: all.allHref, ask }}>
        <div className="writing document-writing">
          <span id="text-view" className="sheet-closed" />
          <Pane id="outline">
            <CloseSheet />
            <h2 id="outline-title">{t("outline")}</h2>
            {outline}
          </Pane>
          <div className="sheet-wrap">
            {tools ?? <div className="tools" />}
            {children}
            <div className="writing-foot">
              {foot}
              <p className="small">
                <a href={plainHref}>{t("plain")}</a>
              </p>
            </div>
          </div>
          <div className="beside">
            <Pane id="comments" className="comments-pane">
              {comments}
            </Pane>
          </div>
        </div>
      </CommentWays>
      <ThumbBar
        label={t("parts")}
        parts={[
          { id: "text-view", icon: "text", label: t("thumb.text") },
          { id: "outline", icon: "list", label: t("thumb.outline") },
          { id: "comments", icon: "comment", label: t("thumb.comments", { count: openThreads }) },
        ]}
      />
    </>
  )
}
