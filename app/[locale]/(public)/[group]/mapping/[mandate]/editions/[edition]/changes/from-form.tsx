import { useLocale, useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { SelectField } from "@/app/ui/select-field"
import { editionChangesPath } from "@/lib/editions/addresses"
import type { PublicEdition } from "@/lib/editions/public-queries"
import { dayText } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"

/** Chooses the edition that this one is compared with; nothing where there are but two. */
export function FromForm({ newer, from }: { newer: PublicEdition; from: number }) {
  const t = useTranslations("mapping.editions")
  const locale = useLocale()
  const { content, editions } = newer
  const others = editions.filter(({ number }) => number !== content.number)
  if (others.length < 2) return null
  return (
    <form
      className="from-form noprint"
      action={localePath(
        locale,
        editionChangesPath(content.group.slug, content.mandate.slug, content.number),
      )}
    >
      <SelectField
        name="from"
        label={t("compareWith")}
        defaultValue={String(from)}
        choices={others.map(({ number, frozenAt }) => ({
          value: String(number),
          label: t("numberOn", { number, day: dayText(frozenAt, locale) }),
        }))}
      />
      <Button>{t("compare")}</Button>
    </form>
  )
}
