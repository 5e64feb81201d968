import type { Metadata } from "next"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { findNames, placesShown } from "@/lib/record/queries"
import { EraseForm } from "./erase-form"
import { FindForm } from "./find-form"
import { Unsealed } from "./unsealed"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("names"))("title") }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Asked = { text?: string | string[]; person?: string | string[] }

export default async function NamesPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const { text, person } = await searchParams
  const asked = typeof text === "string" ? text.slice(0, 200) : ""
  const personId = typeof person === "string" && uuid.test(person) ? person : null
  const found = findNames(await currentActor(), { text: asked, personId })
  const [{ places, total, mark, unsealed }, t] = [
    await answer(found),
    await getTranslations("names"),
  ]
  const looked = asked.trim() !== "" || personId !== null
  return (
    <main id="main" className="page">
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="stack">
        <FindForm text={asked} />
        {total > places.length ? (
          <p className="small muted">{t("some", { count: total, most: placesShown })}</p>
        ) : null}
        <Unsealed places={unsealed} />
        <EraseForm
          {...{ places, mark, ticked: personId !== null }}
          asked={{ text: asked, person: personId ?? "" }}
        />
        {looked && places.length + unsealed.length === 0 ? <Empty title={t("none")} /> : null}
        <p className="small muted">{t("notCovered")}</p>
      </div>
    </main>
  )
}
