import { useTranslations } from "next-intl"
import { ButtonLink } from "@/app/ui/button"
import { CloseSheet } from "../../live/close-sheet"

/** The way to the comments, before script and where the text is only read. */
export function CommentsElsewhere({ href }: { href: string }) {
  const t = useTranslations("comments.pane")
  return (
    <>
      <CloseSheet />
      <h2 id="comments-title">{t("title")}</h2>
      <p className="small muted">{t("elsewhere")}</p>
      <ButtonLink href={href} small>
        {t("read")}
      </ButtonLink>
    </>
  )
}
