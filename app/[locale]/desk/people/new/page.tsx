import type { Metadata } from "next"
import { PageHead } from "@/app/ui/page-head"
import { mayEditPeople } from "@/lib/people/queries"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { AddPersonForm } from "./add-person-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("add") }
}

export default async function AddPersonPage() {
  await answer(mayEditPeople(await currentActor()))
  const t = await getTranslations("people")
  return (
    <main id="main" className="page">
      <PageHead title={t("add")} lead={t("addLead")} />
      <AddPersonForm />
    </main>
  )
}
