import type { Metadata } from "next"
import { EditionCoverage } from "@/app/ui/coverage/edition-coverage"
import { EditionRows } from "@/app/ui/editions/edition-rows"
import { PageSteps } from "@/app/ui/page-steps"
import { editionPath, editionPicturePath, mappingPath } from "@/lib/editions/addresses"
import type { EditionContent } from "@/lib/editions/model"
import { pageOfGroups } from "@/lib/editions/pages"
import { type RowGroup, shownRows } from "@/lib/editions/shown-rows"
import { listRowBacklinks, mostLinks } from "@/lib/links/public-queries"
import { countFilters, viewQuery } from "@/lib/mapping/filters"
import { dayText } from "@/lib/platform/dates"
import { getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { reportPath } from "@/lib/reports/addresses"
import { Frame } from "../../../frame"
import { pageMetadata } from "../../../page-metadata"
import { EditionBack } from "./edition-back"
import { EditionFront } from "./edition-front"
import { FilterForm } from "./filter-form"
import type { Shown } from "./find-shown"
import { pictureWords } from "./picture-words"
import { RowSpeaking } from "./row-speaking"

/** Links that speak of a row and stand in it where many rows are shown. */
const mostInTable = 5

/** The address of what is shown; `named` where it says which edition. */
function pathOf({ edition: { content }, named }: Shown): string {
  const { group, mandate, number } = content
  return named
    ? editionPath(group.slug, mandate.slug, number)
    : mappingPath(group.slug, mandate.slug)
}

/** An edition: what it is, its rows as the address asks for them, how it is cited and proved. */
export async function EditionPage(shown: Shown) {
  const { locale, edition, view } = shown
  const { content } = edition
  const t = await getTranslations("mapping.editions")
  const groups = shownRows(content, view)
  const rows = new Set(groups.flatMap((group) => group.rows.map(({ number }) => number))).size
  const path = pathOf(shown)
  const own = shown.named ? content.number : undefined
  const query = viewQuery(view)
  // The whole edition stands on one page, which is kept; what is asked for is made each time.
  const of = query ? pageOfGroups(groups, shown.page) : { shown: groups, page: 1, pages: 1 }
  const beneath = await whatSpeaks(content, of.shown, view)
  const isNarrowed = countFilters(view.filters) > 0 || view.row !== null
  return (
    <Frame path={path + query} group={content.group} current="mapping" skipTo="table">
      <main className="frame home edition">
        <EditionFront edition={edition} own={own} />
        {isNarrowed ? null : (
          <EditionCoverage content={content} own={own} table={localePath(locale, path)} />
        )}
        <FilterForm action={localePath(locale, path)} content={content} view={view} />
        <div id="table">
          <p className="edition-count" role="status">
            {t("shown", { rows, all: content.rows.length })}{" "}
            {isNarrowed ? <a href={localePath(locale, path)}>{t("showAll")}</a> : null}
          </p>
          {rows > 0 ? (
            <EditionRows
              caption={t("caption", { mandate: content.mandate.title, number: content.number })}
              groups={of.shown}
              isWhole={view.by === "area"}
              beneath={beneath}
              meetingHref={(number) => localePath(locale, reportPath(content.group.slug, number))}
            />
          ) : (
            <p className="none-yet">{t("noneFits")}</p>
          )}
          <PageSteps
            {...of}
            to={(page) => `${localePath(locale, path)}${query}&page=${page}#table`}
          />
        </div>
        <EditionBack edition={edition} />
      </main>
    </Frame>
  )
}

/** What speaks of each row that is shown: the first of it, and more of one that is read alone. */
async function whatSpeaks(
  { group, mandate }: EditionContent,
  shown: RowGroup[],
  { row }: Shown["view"],
) {
  const numbers = shown.flatMap(({ rows }) => rows.map(({ number }) => number))
  const most = row === null ? mostInTable : mostLinks
  const speaking = await listRowBacklinks(group.slug, mandate.slug, numbers, most)
  return new Map(
    [...speaking].map(([number, backlinks]) => [
      number,
      <RowSpeaking key={number} backlinks={backlinks} group={group.slug} />,
    ]),
  )
}

/** Older editions name the newest as the one to find; what filters leave is no page to be listed. */
export async function editionMetadata(shown: Shown): Promise<Metadata> {
  const { locale, edition, view } = shown
  const { group, mandate, number, frozenAt, goal, rows } = edition.content
  const t = await getTranslations("mapping.editions")
  const day = dayText(new Date(frozenAt), locale)
  return {
    ...pageMetadata({
      locale,
      path: pathOf(shown),
      canonical: mappingPath(group.slug, mandate.slug),
      title: t("pageTitle", { mandate: mandate.title, number, day, group: group.shortName }),
      description:
        goal || t("line", { symbol: mandate.symbol, edition: number, day, rows: rows.length }),
      type: "article",
      picture: {
        path: localePath(locale, editionPicturePath(group.slug, mandate.slug, number)),
        words: await pictureWords(edition.content),
      },
    }),
    ...(viewQuery(view) ? { robots: { index: false } } : {}),
  }
}
