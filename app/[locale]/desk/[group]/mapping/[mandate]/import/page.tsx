import type { Metadata } from "next"
import { PageHead } from "@/app/ui/page-head"
import { getBringIn } from "@/lib/mapping/sheet/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { pageIn } from "@/lib/platform/pages"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { Pager } from "../../../comments/pager"
import { BringInForm } from "./bring-in-form"
import { FileLinks } from "./file-links"
import { SheetTable } from "./sheet-table"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mapping.sheets"))("bringIn") }
}

type Props = {
  params: Promise<{ group: string; mandate: string }>
  searchParams: Promise<{ page?: string }>
}

export default async function BringTableInPage({ params, searchParams }: Props) {
  const [{ group, mandate }, { page: asked }, actor] = await Promise.all([
    params,
    searchParams,
    currentActor(),
  ])
  const page = pageIn(asked)
  const { mapping, sheets } = await answer(getBringIn(actor, group, mandate, page))
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
        <SheetTable sheets={sheets.lines} base={`${base}/import`} />
        <Pager
          page={page}
          pages={sheets.more ? page + 1 : page}
          hrefOf={(to) => `?page=${to}#earlier`}
        />
      </div>
    </main>
  )
}
