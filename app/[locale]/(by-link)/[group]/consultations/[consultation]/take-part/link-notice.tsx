import { useTranslations } from "next-intl"
import { Notice } from "@/app/ui/notice"

/** Why a link opens nothing; nothing without one. */
export function LinkNotice({ link }: { link: "takenBack" | "broken" | null }) {
  const t = useTranslations("consultations.guestPage")
  if (link === null) return null
  if (link === "takenBack") return <Notice kind="warn" title={t("takenBack")} />
  return (
    <Notice kind="bad" title={t("broken")}>
      <p>{t("brokenWhy")}</p>
    </Notice>
  )
}
