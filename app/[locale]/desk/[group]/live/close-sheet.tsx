import { useTranslations } from "next-intl"
import { Icon } from "@/app/ui/icons"

/** Leads from a sheet that came from below back to the text. Only there while it is a sheet. */
export function CloseSheet() {
  const t = useTranslations("minutes.room")
  return (
    <a className="close-sheet btn quiet small" href="#text-view">
      <Icon name="close" />
      {t("close")}
    </a>
  )
}
