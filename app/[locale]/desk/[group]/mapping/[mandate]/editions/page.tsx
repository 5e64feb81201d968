import type { Metadata } from "next"
import { Empty } from "@/app/ui/empty"
import { Notice } from "@/app/ui/notice"
import { hasMailingList, listAnnex, listDeskEditions, readFreezing } from "@/lib/editions/queries"
import { now } from "@/lib/platform/clock"
import { dayText } from "@/lib/platform/dates"
import { getTranslations } from "@/lib/platform/i18n"
import { pageIn } from "@/lib/platform/pages"
import { loadMapping, type MappingParams } from "../load-mapping"
import { PlaceHead } from "../place-head"
import { AnnexPanel } from "./annex-panel"
import { Asking } from "./comments/asking"
import { EditionTable } from "./edition-table"
import { NextEdition } from "./next-edition"
import { SinceNewest } from "./since-newest"

type Asked = Partial<Record<"frozen" | "taken" | "annex" | "of", string | string[]>>
type Props = { params: MappingParams; searchParams: Promise<Asked> }

const wordsOf = (asked: Asked["annex"]) =>
  typeof asked === "string" ? asked.trim().slice(0, 300) : ""

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { mapping } = await loadMapping(params)
  const t = await getTranslations("mapping.editions")
  return { title: t("editionsOf", { mandate: mapping.mandate.title }) }
}

export default async function DeskEditionsPage({ params, searchParams }: Props) {
  const [{ mapping, base, desk, locale }, asked, t] = await Promise.all([
    loadMapping(params),
    searchParams,
    getTranslations("mapping.editions"),
  ])
  const [freezing, lines, annex, hasList] = await Promise.all([
    readFreezing(mapping),
    listDeskEditions(mapping),
    listAnnex(mapping, { words: wordsOf(asked.annex), page: pageIn(asked.of) }),
    hasMailingList(mapping.group.id),
  ])
  const { number, newest, dueAt } = freezing
  const rowHref = (row: number) => `${base}/rows/${row}`
  const isDue = dueAt <= now()
  return (
    <main id="main" className="page editions-page">
      <PlaceHead mapping={mapping} here="editions" title={t("editions")} />
      <div className="stack">
        {asked.frozen === String(newest?.number) ? (
          <Notice kind="ok" title={t("done.frozen", { number: newest?.number ?? 0 })} announce />
        ) : null}
        <p>{t(isDue ? "dueSince" : "dueOn", { number, day: dayText(dueAt, locale) })}.</p>
        {lines.length > 0 ? (
          <EditionTable
            lines={lines}
            mapping={mapping}
            mayAnnounce={mapping.may.freeze && hasList}
          />
        ) : (
          <Empty title={t("deskNone")}>{t("deskNoneWhy")}</Empty>
        )}
        <Asking mapping={mapping} edition={newest?.number ?? null} {...{ base, desk }} />
        <SinceNewest freezing={freezing} rowHref={rowHref} />
        <NextEdition {...{ mapping, freezing, base, rowHref }} />
        <AnnexPanel
          {...{ annex, rowHref }}
          address={`${base}/editions`}
          mayReturn={mapping.may.edit}
          taken={typeof asked.taken === "string" ? asked.taken : null}
        />
      </div>
    </main>
  )
}
