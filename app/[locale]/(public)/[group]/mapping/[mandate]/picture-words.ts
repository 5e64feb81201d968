import type { EditionContent } from "@/lib/editions/model"
import { coverageOf } from "@/lib/mapping/coverage/coverage"
import { getTranslations } from "@/lib/platform/i18n"

/** What the picture of an edition shows, for whoever does not see it. */
export async function pictureWords({
  mandate,
  number,
  areas,
  rows,
}: EditionContent): Promise<string> {
  const t = await getTranslations("mapping.pictures")
  const { all } = coverageOf(areas, rows)
  return `${t("titleOf", { mandate: mandate.title })}. ${t("edition", { number })}: ${t("summary", all)}`
}
