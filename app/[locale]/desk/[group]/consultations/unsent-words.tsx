import { useTranslations } from "next-intl"

/** Words that were not taken, as they were typed, where the form to send them again is gone. */
export function UnsentWords({ text }: { text: string | undefined }) {
  const t = useTranslations("consultations.own")
  if (!text) return null
  return (
    <figure className="unsent-words">
      <figcaption className="small muted">{t("unsent")}</figcaption>
      <blockquote>
        <p className="as-typed" dir="auto">
          {text}
        </p>
      </blockquote>
    </figure>
  )
}
