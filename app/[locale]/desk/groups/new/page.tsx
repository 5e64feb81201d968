import type { Metadata } from "next"
import { PageHead } from "@/app/ui/page-head"
import { listGroups } from "@/lib/groups/queries"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { CreateGroupForm } from "../create-group-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("new") }
}

export default async function NewGroupPage() {
  await answer(listGroups(await currentActor()))
  const t = await getTranslations("groups")
  return (
    <main id="main" className="page">
      <PageHead title={t("new")} lead={t("newLead")} />
      <CreateGroupForm />
    </main>
  )
}
