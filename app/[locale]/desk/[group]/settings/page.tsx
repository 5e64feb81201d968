import type { Metadata } from "next"
import { PageHead } from "@/app/ui/page-head"
import { getGroupForEditor } from "@/lib/groups/queries"
import { listWords } from "@/lib/groups/word-queries"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { SettingsForm } from "./settings-form"
import { WordsPanel } from "./words-panel"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("settings") }
}

export default async function SettingsPage({ params }: { params: Promise<{ group: string }> }) {
  const [{ group: slug }, actor] = await Promise.all([params, currentActor()])
  const group = await answer(getGroupForEditor(actor, slug))
  const words = await answer(listWords(actor, group.id))
  const t = await getTranslations("groups")
  return (
    <main id="main" className="page">
      <PageHead title={t("settings")} lead={t("settingsLead", { address: `/${group.slug}` })} />
      <SettingsForm group={group} />
      <WordsPanel groupId={group.id} words={words} />
    </main>
  )
}
