import type { Metadata } from "next"
import { listAreas } from "@/lib/mapping/areas/area-queries"
import { getMapping } from "@/lib/mapping/queries"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { JustDone } from "../../just-done"
import { PlaceHead } from "../place-head"
import { AddAreaForm } from "./add-area-form"
import { AreaLine } from "./area-line"

type Props = {
  params: Promise<{ group: string; mandate: string }>
  searchParams: Promise<{ done?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mapping.desk.areas"))("title") }
}

export default async function AreasPage({ params, searchParams }: Props) {
  const [{ group, mandate }, { done }, actor, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getTranslations("mapping.desk.areas"),
  ])
  const mapping = await answer(getMapping(actor, group, mandate))
  const areas = await listAreas(mapping)
  return (
    <main id="main" className="page stack">
      <PlaceHead mapping={mapping} here="areas" title={t("title")} />
      <JustDone done={done} of="area" />
      <p className="muted">{t("lead")}</p>
      <ol className="area-lines">
        {areas.map((area, at) => (
          <AreaLine
            key={`${area.id} ${area.revision}`}
            area={area}
            places={{
              // Behind the one before the one before; behind the next one.
              up: at > 0 ? (areas[at - 2]?.id ?? "") : null,
              down: at < areas.length - 1 ? (areas[at + 1]?.id ?? "") : null,
            }}
            of={{ slug: group, mandate }}
          />
        ))}
      </ol>
      <section className="panel" aria-labelledby="add-area">
        <h2 id="add-area">{t("add")}</h2>
        <AddAreaForm key={areas.length} mappingId={mapping.id} of={{ slug: group, mandate }} />
      </section>
    </main>
  )
}
