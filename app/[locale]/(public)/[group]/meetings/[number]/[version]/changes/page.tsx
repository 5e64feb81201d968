import type { Metadata } from "next"
import { getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { changesPath, reportPath } from "@/lib/reports/addresses"
import { ChangesLead, VersionChanges } from "@/lib/reports/render/changes"
import { Frame } from "../../../../../frame"
import { pageMetadata } from "../../../../../page-metadata"
import { type ComparedProps, findCompared } from "./find-compared"
import { FromForm } from "./from-form"

type Compared = Awaited<ReturnType<typeof findCompared>>

/** The usual pair has the address without a question mark. */
function pathOf({ slug, number, older, newer }: Compared): string {
  const usual = newer.correction?.corrects ?? newer.version - 1
  const from = older.version === usual ? undefined : older.version
  return changesPath(slug, number, newer.version, from)
}

export async function generateMetadata(props: ComparedProps): Promise<Metadata> {
  const compared = await findCompared(props)
  const { locale, number, newer } = compared
  const t = await getTranslations("report.changes")
  return pageMetadata({
    locale,
    path: pathOf(compared),
    title: `${t("title", { number, version: newer.version })} · ${newer.group.shortName}`,
    description: newer.correction?.reason ?? newer.withdrawal?.reason ?? "",
  })
}

export default async function ChangesPage(props: ComparedProps) {
  const compared = await findCompared(props)
  const { locale, slug, number, older, newer, versions } = compared
  const { version } = newer
  const t = await getTranslations("report.changes")
  const href = localePath(locale, reportPath(slug, number, version))
  return (
    <Frame path={pathOf(compared)} group={newer.group} current="meetings">
      <main className="frame" id="main">
        <article className="record changes">
          <header className="title">
            <p className="eyebrow">{t("eyebrow", { number })}</p>
            <h1>{t("title", { number, version })}</h1>
            <ChangesLead older={older} newer={newer} />
            <p className="small">
              <a href={href}>{t("read", { version })}</a>
            </p>
            <FromForm newer={newer} from={older.version} versions={versions} />
          </header>
          <VersionChanges older={older} newer={newer} hrefOf={(anchor) => `${href}#${anchor}`} />
        </article>
      </main>
    </Frame>
  )
}
