import type { Metadata } from "next"
import { Notice } from "@/app/ui/notice"
import { PageHead } from "@/app/ui/page-head"
import { getSheetPreview } from "@/lib/mapping/sheet/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { PlanForm } from "./plan-form"
import { PlanSummary } from "./plan-summary"
import { shownPlan } from "./shown-plan"
import "../import.css"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mapping.sheets"))("bringIn") }
}

type Props = {
  params: Promise<{ group: string; mandate: string; sheet: string }>
  searchParams: Promise<{ done?: string }>
}

export default async function SheetPage({ params, searchParams }: Props) {
  const [{ group, mandate, sheet: sheetId }, { done }, actor, locale] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
  ])
  const preview = await answer(getSheetPreview(actor, { group, mandate, sheetId, locale }))
  const { mapping, sheet, areas, plan, left } = preview
  const t = await getTranslations("mapping.sheets")
  const base = localePath(locale, `/desk/${group}/mapping/${mandate}`)
  const shown = shownPlan(plan)
  return (
    <main id="main" className="page">
      <PageHead
        title={t("title", { file: sheet.name })}
        lead={<a href={base}>{t("back", { mandate: mapping.mandate.title })}</a>}
      />
      <div className="stack">
        {sheet.takenAt ? (
          <Notice kind="ok" title={t("saved")} announce={done === "saved"}>
            <p>{t("savedWhat", { added: sheet.added, changed: sheet.changed })}</p>
          </Notice>
        ) : (
          <>
            <PlanSummary plan={plan} left={left} />
            <PlanForm
              sheetId={sheet.id}
              base={`${base}/import`}
              plan={shown}
              mayName={mapping.may.edit}
              areas={areas.map(({ id, title }) => ({ value: id, label: title }))}
            />
          </>
        )}
        <p>
          <a href={`${base}/import`}>{t("another")}</a>
        </p>
      </div>
    </main>
  )
}
