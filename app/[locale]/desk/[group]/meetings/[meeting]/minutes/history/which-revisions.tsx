import { useTranslations } from "next-intl"

/** All revisions, or those that somebody named. */
export function WhichRevisions({
  named,
  address,
}: {
  named: boolean
  address(asking: { named?: string }): string
}) {
  const t = useTranslations("minutes.history")
  return (
    <nav className="btns" aria-label={t("which")}>
      <a href={address({})} aria-current={named ? undefined : "page"}>
        {t("every")}
      </a>
      <a href={address({ named: "1" })} aria-current={named ? "page" : undefined}>
        {t("namedOnly")}
      </a>
    </nav>
  )
}
