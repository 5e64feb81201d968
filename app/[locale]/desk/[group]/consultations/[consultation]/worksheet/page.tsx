import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { worksheetShows } from "@/lib/consultations/worksheet/model"
import { getWorksheet } from "@/lib/consultations/worksheet/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { CompendiumPanel } from "./compendium-panel"
import { OfflinePanel } from "./offline-panel"
import { SheetNav } from "./sheet-nav"
import { SheetThread } from "./sheet-thread"

type Props = {
  params: Promise<{ group: string; consultation: string }>
  searchParams: Promise<{ show?: string; page?: string }>
}

const emptyOf = { all: "empty", open: "emptyOpen", reason: "emptyReason" } as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("worksheet"))("title") }
}

export default async function WorksheetPage({ params, searchParams }: Props) {
  const [{ group, consultation }, asked, actor, locale, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
    getTranslations("worksheet"),
  ])
  const show = worksheetShows.find((each) => each === asked.show) ?? "all"
  const wanted = { show, page: /^\d{1,4}$/.test(asked.page ?? "") ? Number(asked.page) : 1 }
  const sheet = await answer(getWorksheet(actor, group, consultation, wanted))
  const { id, title } = sheet.consultation
  const back = localePath(locale, `/desk/${group}/consultations/${consultation}`)
  return (
    <main id="main" className="page">
      <PageHead
        title={`${t("title")}: ${title}`}
        lead={t("lead")}
        actions={
          <>
            <ButtonLink href={back}>{t("back")}</ButtonLink>
            <ButtonLink href={`${back}/worksheet/worksheet.xlsx`}>{t("download")}</ButtonLink>
          </>
        }
      />
      <SheetNav sheet={sheet} show={show} base={`${back}/worksheet`} />
      {sheet.threads.length === 0 ? (
        <Empty title={t(sheet.total.threads > 0 ? emptyOf[show] : "empty")} />
      ) : (
        <ol className="plain-list sheet-threads">
          {sheet.threads.map(({ lead, others }) => (
            <SheetThread
              key={lead.threadId}
              consultationId={id}
              {...{ lead, others }}
              several={sheet.consultation.texts.length > 1}
              threads={localePath(locale, `/desk/${group}/comments`)}
            />
          ))}
        </ol>
      )}
      <OfflinePanel consultationId={id} />
      <CompendiumPanel sheet={sheet} back={back} />
    </main>
  )
}
