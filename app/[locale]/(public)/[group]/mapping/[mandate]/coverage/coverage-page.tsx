import type { Metadata } from "next"
import { CoveragePictures } from "@/app/ui/coverage/coverage-pictures"
import { ScopeChoice } from "@/app/ui/coverage/scope-choice"
import {
  annexPath,
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
import type { Shown } from "../find-shown"
import { Older } from "../older"
import { pictureWords } from "../picture-words"

/** Of which edition they are, where the address says so. */
const ownOf = ({ named, edition: { content } }: Shown) => (named ? content.number : undefined)

/** The pictures of an older edition name those of the newest as the ones to find. */
export async function coverageMetadata(shown: Shown): Promise<Metadata> {
  const { locale, edition, view } = shown
  const { group, mandate, number } = edition.content
  const [t, of] = await Promise.all([
    getTranslations("mapping.pictures"),
    getTranslations("mapping.editions"),
  ])
  const own = ownOf(shown)
  const title = t("titleOf", { mandate: mandate.title })
  return {
    ...pageMetadata({
      locale,
      path: coveragePath(group.slug, mandate.slug, own),
      canonical: coveragePath(group.slug, mandate.slug),
      title: `${own === undefined ? title : of("ofEdition", { title, number })} · ${group.shortName}`,
      description: t("description", { mandate: mandate.title }),
      picture: {
        path: localePath(locale, editionPicturePath(group.slug, mandate.slug, number)),
        words: await pictureWords(edition.content),
      },
    }),
    ...(view.filters.scope ? { robots: { index: false } } : {}),
  }
}

/** What an edition covers, and how that changed over the editions up to it. */
export async function CoveragePage(shown: Shown) {
  const { locale, edition, view } = shown
  const { group, mandate, number, frozenAt, areas, rows } = edition.content
  const [states, t] = await Promise.all([
    listCoveredStates(group.slug, mandate.slug),
    getTranslations("mapping.pictures"),
  ])
  const scope = view.filters.scope ?? "in"
  const own = ownOf(shown)
  const path = coveragePath(group.slug, mandate.slug, own)
  // The edition that is shown is called as its address calls it.
  const numberOf = (one: number | null) => (one === null || one === number ? own : one)
  const tableOf = (one: number | undefined) =>
    localePath(
      locale,
      one === undefined
        ? mappingPath(group.slug, mandate.slug)
        : editionPath(group.slug, mandate.slug, one),
    )
  return (
    <Frame path={scope === "in" ? path : `${path}?scope=${scope}`} group={group} current="mapping">
      <main className="frame home" id="main">
        <div className="lead">
          <div>
            <h1>{t("titleOf", { mandate: mandate.title })}</h1>
            <p className="what">
              {t("leadEdition", { number, day: dayText(new Date(frozenAt), locale) })}{" "}
              <a href={tableOf(own)}>{t("toMapping")}</a>
            </p>
          </div>
        </div>
        <Older edition={edition} newest={coveragePath(group.slug, mandate.slug)} />
        <ScopeChoice scope={scope} page={localePath(locale, path)} />
        <CoveragePictures
          {...{ areas, rows, scope }}
          states={states.filter((state) => state.number !== null && state.number <= number)}
          state={number}
          tableOf={(one) => `${tableOf(numberOf(one))}#table`}
          besideOf={(one) => ({
            annex: localePath(locale, annexPath(group.slug, mandate.slug, numberOf(one))),
            pictures: localePath(locale, coveragePath(group.slug, mandate.slug, numberOf(one))),
          })}
        />
      </main>
    </Frame>
  )
}
