import type { Metadata } from "next"
import { PageHead } from "@/app/ui/page-head"
import { getDeskGroup } from "@/lib/groups/queries"
import { getPendingRequest } from "@/lib/members/request-queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { AdmitForm } from "./admit-form"
import { DeclineForm } from "./decline-form"
import { RequestFacts } from "./request-facts"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("request.title") }
}

export default async function JoinRequestPage({
  params,
}: {
  params: Promise<{ group: string; request: string }>
}) {
  const [{ group: slug, request: id }, actor] = await Promise.all([params, currentActor()])
  const group = await answer(getDeskGroup(actor, slug))
  const request = await answer(getPendingRequest(actor, group.id, id))
  const [t, locale] = await Promise.all([getTranslations("members"), getLocale()])
  const list = localePath(locale, `/desk/${group.slug}/members`)
  const ids = { groupId: group.id, requestId: request.id, list }
  return (
    <main id="main" className="page">
      <PageHead
        title={t("request.title")}
        lead={<a href={list}>{t("back", { group: group.shortName })}</a>}
      />
      <div className="stack">
        <RequestFacts request={request} />
        <AdmitForm {...ids} name={request.name} candidates={request.candidates} />
        <DeclineForm {...ids} name={request.name} />
      </div>
    </main>
  )
}
