import type { Metadata } from "next"
import { DateTime } from "@/app/ui/date-time"
import { getMapping } from "@/lib/mapping/queries"
import { dayInstant } from "@/lib/platform/dates"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { JustDone } from "../../just-done"
import { PlaceHead } from "../place-head"
import { AboutForm } from "./about-form"

type Props = {
  params: Promise<{ group: string; mandate: string }>
  searchParams: Promise<{ done?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mapping.desk.about"))("title") }
}

export default async function AboutMappingPage({ params, searchParams }: Props) {
  const [{ group, mandate: slug }, { done }, actor, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getTranslations("mapping.desk.about"),
  ])
  const mapping = await answer(getMapping(actor, group, slug))
  const { mandate, goal, rule, months, may } = mapping
  return (
    <main id="main" className="page stack">
      <PlaceHead mapping={mapping} here="about" title={t("title")} />
      <JustDone done={done} of="mapping" />
      <section aria-labelledby="mandate">
        <h2 id="mandate">{t("mandate")}</h2>
        <dl className="facts-list">
          <div>
            <dt>{t("document")}</dt>
            <dd>{mandate.link ? <a href={mandate.link}>{mandate.title}</a> : mandate.title}</dd>
          </div>
          <div>
            <dt>{t("symbol")}</dt>
            <dd>{mandate.symbol}</dd>
          </div>
          {mandate.dated ? (
            <div>
              <dt>{t("dated")}</dt>
              <dd>
                <DateTime at={dayInstant(mandate.dated)} form="long-day" />
              </dd>
            </div>
          ) : null}
        </dl>
      </section>
      {may.hold ? (
        <AboutForm mapping={mapping} slug={group} />
      ) : (
        <section className="stack" aria-labelledby="said">
          <h2 id="said">{t("said")}</h2>
          <dl className="facts-list">
            {Object.entries({ goal, rule }).map(([name, text]) => (
              <div key={name}>
                <dt>{t(name as "goal" | "rule")}</dt>
                <dd>{text || t("nothing")}</dd>
              </div>
            ))}
            <div>
              <dt>{t("months")}</dt>
              <dd>{t("everyMonths", { months })}</dd>
            </div>
          </dl>
          <p className="note">{t("coChairs")}</p>
        </section>
      )}
    </main>
  )
}
