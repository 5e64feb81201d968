import { useTranslations } from "next-intl"
import type { PublishedMeanwhile } from "@/lib/reports/published-meanwhile"

/** What came between, where the refusal is that somebody published. */
export function meanwhileOf(data: unknown): PublishedMeanwhile | null {
  return data && typeof data === "object" && "shown" in data ? (data as PublishedMeanwhile) : null
}

/** Where to read what somebody published meanwhile, and what it says otherwise. */
export function Meanwhile({
  meanwhile: { version, published, shown },
  minutesHref,
  publicHref,
}: {
  meanwhile: PublishedMeanwhile
  minutesHref: string
  publicHref: string
}) {
  const t = useTranslations("publish.meanwhile")
  const query = new URLSearchParams({
    from: String(Math.min(shown, published)),
    to: String(Math.max(shown, published)),
  })
  return (
    <p>
      <a href={publicHref}>{t("read", { version })}</a>{" "}
      {published === shown ? null : (
        <a href={`${minutesHref}/history/compare?${query}`}>{t("compare", { shown, published })}</a>
      )}
    </p>
  )
}
