import { useLocale, useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { SelectField } from "@/app/ui/select-field"
import { dayText } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"
import { changesPath } from "@/lib/reports/addresses"
import type { ReportContent } from "@/lib/reports/model"
import type { VersionLine } from "@/lib/reports/setting"

/** Chooses the version that this one is compared with; nothing where there are but two. */
export function FromForm({
  newer: { group, meeting, version },
  from,
  versions,
}: {
  newer: ReportContent
  from: number
  versions: readonly VersionLine[]
}) {
  const t = useTranslations("report")
  const locale = useLocale()
  const others = versions.filter((each) => each.version !== version)
  if (others.length < 2) return null
  return (
    <form
      className="from-form noprint"
      action={localePath(locale, changesPath(group.slug, meeting.number, version))}
    >
      <SelectField
        name="from"
        label={t("changes.compareWith")}
        defaultValue={String(from)}
        choices={others.map((each) => ({
          value: String(each.version),
          label: t("version.other", {
            version: each.version,
            kind: each.withdrawal ? "withdrawal" : "none",
            day: dayText(each.publishedAt, locale),
          }),
        }))}
      />
      <Button>{t("changes.compare")}</Button>
    </form>
  )
}
