import { useTranslations } from "next-intl"
import { EditionChanges } from "@/app/ui/editions/edition-changes"
import type { Freezing } from "@/lib/editions/queries"

/** What the next edition would change of the newest; before the first, how many rows it would hold. */
export function SinceNewest({
  freezing: { newest, content, number },
  rowHref,
}: {
  freezing: Freezing
  rowHref: (row: number) => string
}) {
  const t = useTranslations("mapping.editions")
  return (
    <section className="changes" aria-labelledby="since">
      <h2 id="since">{newest ? t("since", { number: newest.number }) : t("firstHolds")}</h2>
      {newest ? (
        <EditionChanges older={newest} newer={{ ...content, number }} rowHref={rowHref} level={3} />
      ) : (
        <p>{t("rows", { rows: content.rows.length })}</p>
      )}
    </section>
  )
}
