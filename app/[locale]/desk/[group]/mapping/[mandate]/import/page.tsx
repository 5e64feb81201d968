import type { Metadata } from "next"
import { PageHead } from "@/app/ui/page-head"
import { getBringIn } from "@/lib/mapping/sheet/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { BringInForm } from "./bring-in-form"
import { FileLinks } from "./file-links"
import { SheetTable } from "./sheet-table"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mapping.sheets"))("bringIn") }
}

type Props = { params: Promise<{ group: string; mandate: string }> }

export default async function BringTableInPage({ params }: Props) {
  const [{ group, mandate }, actor] = await Promise.all([params, currentActor()])
  const { mapping, sheets } = await answer(getBringIn(actor, group, mandate))
  const [t, locale] = await Promise.all([getTranslations("mapping.sheets"), getLocale()])
  const base = localePath(locale, `/desk/${group}/mapping/${mandate}`)
  return (
    <main id="main" className="page">
      <PageHead
        title={t("bringIn")}
        lead={<a href={base}>{t("back", { mandate: mapping.mandate.title })}</a>}
      />
      <div className="stack">
        <p className="measure">{t("lead")}</p>
        <BringInForm mappingId={mapping.id} base={`${base}/import`} />
        <FileLinks base={base} />
        <SheetTable sheets={sheets} base={`${base}/import`} />
      </div>
    </main>
  )
}
