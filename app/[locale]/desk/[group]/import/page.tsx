import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { getDeskGroup } from "@/lib/groups/queries"
import { LARGEST_FILE } from "@/lib/imports/decode"
import { batchLimits } from "@/lib/imports/model"
import { listBatches } from "@/lib/imports/progress"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { pageIn } from "@/lib/platform/pages"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { Pager } from "../comments/pager"
import { BatchTable } from "./batch-table"
import { BringInForm } from "./bring-in-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") }
}

export default async function ImportPage({
  params,
  searchParams,
}: {
  params: Promise<{ group: string }>
  searchParams: Promise<{ page?: string }>
}) {
  const [{ group: slug }, { page: asked }, actor, locale] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
  ])
  const page = pageIn(asked)
  const group = await answer(getDeskGroup(actor, slug))
  const { lines: batches, more } = await answer(listBatches(actor, group.id, page))
  const t = await getTranslations("imports")
  return (
    <main id="main" className="page">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={<ButtonLink href="archive">{t("toArchive")}</ButtonLink>}
      />
      <section className="panel">
        <BringInForm
          groupId={group.id}
          largest={{ file: LARGEST_FILE, archive: batchLimits.archive }}
        />
      </section>
      {batches.length > 0 ? (
        <section aria-labelledby="before" className="stack">
          <h2 id="before">{t("before")}</h2>
          <BatchTable batches={batches} base={localePath(locale, `/desk/${slug}/import`)} />
          <Pager page={page} pages={more ? page + 1 : page} hrefOf={(to) => `?page=${to}#before`} />
        </section>
      ) : null}
    </main>
  )
}
