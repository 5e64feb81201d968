import { randomUUID } from "node:crypto"
import type { Metadata } from "next"
import { PageHead } from "@/app/ui/page-head"
import { getConsultationFormLists } from "@/lib/consultations/form-queries"
import { getDeskGroup } from "@/lib/groups/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { ConsultationForm } from "../consultation-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultations.form"))("newTitle") }
}

export default async function NewConsultationPage({
  params,
  searchParams,
}: {
  params: Promise<{ group: string }>
  searchParams: Promise<{ text?: string }>
}) {
  const [{ group: slug }, { text }, actor, locale, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
    getTranslations("consultations.form"),
  ])
  const group = await answer(getDeskGroup(actor, slug))
  const { zone, ...lists } = await answer(getConsultationFormLists(actor, group.id))
  const title = lists.texts.find(({ key }) => key === text)?.title ?? ""
  return (
    <main id="main" className="page">
      <PageHead title={t("newTitle")} lead={group.name} />
      <ConsultationForm
        given={{
          of: { groupId: group.id, submission: randomUUID() },
          groupSlug: slug,
          early: true,
          values: { zone, audience: "members", title },
          chosen: typeof text === "string" ? [text] : [],
          back: localePath(locale, `/desk/${slug}/consultations`),
          ...lists,
        }}
      />
    </main>
  )
}
