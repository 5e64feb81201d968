"use client"

import { useTranslations } from "next-intl"
import { createContext, useContext } from "react"
import { Icon } from "@/app/ui/icons"

type Ways = {
  /** Where comments on the text are read and written as plain forms. */
  href: string
  /** Asks for a comment beside the text; left out where that is not possible. */
  ask?: ((at: string) => void) | undefined
}

/** The ways to comment on what stands below a heading; none where the text is history. */
export const CommentWays = createContext<Ways | null>(null)

/** Begins a comment on a section: beside the text, or on the page of the comments. */
export function SectionComment({
  id,
  titleId,
}: {
  id: string
  /** Of what names the section on the page. */
  titleId: string
}) {
  const t = useTranslations("comments.pane")
  const ways = useContext(CommentWays)
  if (!ways) return null
  const at = `section:${id}`
  return (
    <a
      className="btn quiet small icon section-comment"
      href={`${ways.href}?about=${at}#new-thread`}
      aria-label={t("section")}
      aria-describedby={titleId}
      title={t("section")}
      onClick={(event) => {
        if (!ways.ask) return
        event.preventDefault()
        ways.ask(at)
      }}
    >
      <Icon name="comment" />
    </a>
  )
}
