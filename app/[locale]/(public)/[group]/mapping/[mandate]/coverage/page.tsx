import type { Metadata } from "next"
import { CoveragePictures } from "@/app/ui/coverage/coverage-pictures"
import { ScopeChoice } from "@/app/ui/coverage/scope-choice"
import {
  coveragePath,
  editionPath,
  editionPicturePath,
  mappingPath,
} from "@/lib/editions/addresses"
import { listCoveredStates } from "@/lib/mapping/public-queries"
import { dayText } from "@/lib/platform/dates"
import { getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { Frame } from "../../../../frame"
import { pageMetadata } from "../../../../page-metadata"
import { findShown, type MappingProps } from "../find-shown"
import { pictureWords } from "../picture-words"

export async function generateMetadata(props: MappingProps): Promise<Metadata> {
  const { locale, edition, view } = await findShown(props)
  const { group, mandate, number } = edition.content
  const t = await getTranslations("mapping.pictures")
  return {
    ...pageMetadata({
      locale,
      path: coveragePath(group.slug, mandate.slug),
      title: `${t("titleOf", { mandate: mandate.title })} · ${group.shortName}`,
      description: t("description", { mandate: mandate.title }),
      picture: {
        path: localePath(locale, editionPicturePath(group.slug, mandate.slug, number)),
        words: await pictureWords(edition.content),
      },
    }),
    ...(view.filters.scope ? { robots: { index: false } } : {}),
  }
}

export default async function CoveragePage(props: MappingProps) {
  const { locale, edition, view } = await findShown(props)
  const { group, mandate, number, frozenAt, areas, rows } = edition.content
  const [states, t] = await Promise.all([
    listCoveredStates(group.slug, mandate.slug),
    getTranslations("mapping.pictures"),
  ])
  const scope = view.filters.scope ?? "in"
  const path = coveragePath(group.slug, mandate.slug)
  const mapping = localePath(locale, mappingPath(group.slug, mandate.slug))
  return (
    <Frame path={scope === "in" ? path : `${path}?scope=${scope}`} group={group} current="mapping">
      <main className="frame home" id="main">
        <div className="lead">
          <div>
            <h1>{t("titleOf", { mandate: mandate.title })}</h1>
            <p className="what">
              {t("leadEdition", { number, day: dayText(new Date(frozenAt), locale) })}{" "}
              <a href={mapping}>{t("toMapping")}</a>
            </p>
          </div>
        </div>
        <ScopeChoice scope={scope} page={localePath(locale, path)} />
        <CoveragePictures
          {...{ areas, rows, states, scope }}
          state={number}
          tableOf={(one) =>
            one === null || one === number
              ? `${mapping}#table`
              : `${localePath(locale, editionPath(group.slug, mandate.slug, one))}#table`
          }
        />
      </main>
    </Frame>
  )
}
