import type { Metadata } from "next"
import { PageHead } from "@/app/ui/page-head"
import { getGroupForEditor } from "@/lib/groups/queries"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { SettingsForm } from "./settings-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("settings") }
}

export default async function SettingsPage({ params }: { params: Promise<{ group: string }> }) {
  const [{ group: slug }, actor] = await Promise.all([params, currentActor()])
  const group = await answer(getGroupForEditor(actor, slug))
  const t = await getTranslations("groups")
  return (
    <main id="main" className="page">
      <PageHead title={t("settings")} lead={t("settingsLead", { address: `/${group.slug}` })} />
      <SettingsForm group={group} />
    </main>
  )
}
