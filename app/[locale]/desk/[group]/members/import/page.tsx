import type { Metadata } from "next"
import { PageHead } from "@/app/ui/page-head"
import { getGroupForMembers } from "@/lib/groups/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { BringIn } from "./bring-in"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("bringIn") }
}

export default async function BringInPage({ params }: { params: Promise<{ group: string }> }) {
  const [{ group: slug }, actor] = await Promise.all([params, currentActor()])
  const group = await answer(getGroupForMembers(actor, slug))
  const [t, locale] = await Promise.all([getTranslations("members"), getLocale()])
  const list = localePath(locale, `/desk/${group.slug}/members`)
  return (
    <main id="main" className="page">
      <PageHead
        title={t("bringIn")}
        lead={<a href={list}>{t("back", { group: group.shortName })}</a>}
      />
      <BringIn groupId={group.id} list={list} />
    </main>
  )
}
