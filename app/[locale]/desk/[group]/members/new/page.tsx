import type { Metadata } from "next"
import { PageHead } from "@/app/ui/page-head"
import { getGroupForMembers } from "@/lib/groups/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { AddMemberForm } from "./add-member-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("add") }
}

export default async function AddMemberPage({ params }: { params: Promise<{ group: string }> }) {
  const [{ group: slug }, actor] = await Promise.all([params, currentActor()])
  const group = await answer(getGroupForMembers(actor, slug))
  const [t, locale] = await Promise.all([getTranslations("members"), getLocale()])
  return (
    <main id="main" className="page">
      <PageHead title={t("add")} lead={t("addLead", { group: group.shortName })} />
      <AddMemberForm
        groupId={group.id}
        list={localePath(locale, `/desk/${group.slug}/members`)}
        locale={locale}
      />
    </main>
  )
}
