import { useTranslations } from "next-intl"
import { Notice } from "@/app/ui/notice"
import { attentionTo, goingWith } from "@/lib/editions/attention"
import type { Freezing } from "@/lib/editions/queries"
import type { DeskMapping } from "@/lib/mapping/queries"
import { now } from "@/lib/platform/clock"
import { BeforeFreezing } from "./before-freezing"
import { FreezeForm } from "./freeze-form"

/** What a co-chair looks at before the next edition, and the form that freezes it; for others a sentence. */
export function NextEdition({
  mapping,
  freezing: { number, content, back, change, mark },
  base,
  rowHref,
}: {
  mapping: Pick<DeskMapping, "id" | "may">
  freezing: Freezing
  base: string
  rowHref: (row: number) => string
}) {
  const t = useTranslations("mapping.editions")
  if (!mapping.may.freeze) return <p className="muted">{t("coChairsFreeze")}</p>
  return (
    <>
      <BeforeFreezing
        going={goingWith(content.annex, number)}
        back={back}
        attention={attentionTo(content.rows, now().toISOString().slice(0, 10))}
        rowHref={rowHref}
      />
      {content.rows.length > 0 ? (
        <FreezeForm mappingId={mapping.id} {...{ number, change, mark }} rowsAt={base} />
      ) : (
        <Notice title={t("nothingToFreeze")} />
      )}
    </>
  )
}
