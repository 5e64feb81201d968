import type { Metadata } from "next"
import { listPublicGroups } from "@/lib/groups/public-queries"
import { getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { listNewReports } from "@/lib/reports/public-queries"
import { documentLocale } from "./address"
import { Frame } from "./frame"
import { Summaries } from "./meeting-lines"
import { pageMetadata } from "./page-metadata"

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await documentLocale(params)
  const t = await getTranslations("public")
  return pageMetadata({ locale, path: "/", title: t("home.title"), description: t("home.what") })
}

export default async function HomePage({ params }: Props) {
  const locale = await documentLocale(params)
  const t = await getTranslations("public")
  const [groups, lines] = await Promise.all([listPublicGroups(), listNewReports(6)])
  return (
    <Frame path="/">
      <main className="frame home" id="main">
        <div className="lead">
          <div>
            <h1>{t("home.heading")}</h1>
            <p className="what">{t("home.what")}</p>
          </div>
        </div>
        <div className="cols">
          <section aria-labelledby="summaries">
            <div className="head">
              <h2 id="summaries">{t("home.newest")}</h2>
            </div>
            {lines.length > 0 ? (
              <Summaries lines={lines} named />
            ) : (
              <p className="none-yet">{t("noSummaries")}</p>
            )}
          </section>
          <section aria-labelledby="groups">
            <div className="head">
              <h2 id="groups">{t("home.groups")}</h2>
            </div>
            <ul className="opens">
              {groups.map((group) => (
                <li key={group.slug}>
                  <a href={localePath(locale, `/${group.slug}`)}>{group.name}</a>
                  <small>{group.shortName}</small>
                </li>
              ))}
            </ul>
            {groups.length === 0 ? <p className="none-yet">{t("home.noGroups")}</p> : null}
          </section>
        </div>
      </main>
    </Frame>
  )
}
