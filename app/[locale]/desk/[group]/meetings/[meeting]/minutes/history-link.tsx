import { useTranslations } from "next-intl"
import { ButtonLink } from "@/app/ui/button"
import { Icon } from "@/app/ui/icons"

/** The way to the history, in the head of the minutes. On a phone the mark stands for the word. */
export function HistoryLink({ href }: { href: string }) {
  const title = useTranslations("minutes.history")("title")
  return (
    <ButtonLink small href={href} title={title}>
      <Icon name="history" />
      <span className="act-words">{title}</span>
    </ButtonLink>
  )
}
