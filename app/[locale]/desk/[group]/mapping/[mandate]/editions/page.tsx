import type { Metadata } from "next"
import { EditionChanges } from "@/app/ui/editions/edition-changes"
import { Empty } from "@/app/ui/empty"
import { Notice } from "@/app/ui/notice"
import { PageHead } from "@/app/ui/page-head"
import { attentionTo, goingWith } from "@/lib/editions/attention"
import { listAnnex, listDeskEditions, readFreezing } from "@/lib/editions/queries"
import { now } from "@/lib/platform/clock"
import { dayText } from "@/lib/platform/dates"
import { getTranslations } from "@/lib/platform/i18n"
import { AnnexPanel } from "./annex-panel"
import { BeforeFreezing } from "./before-freezing"
import { EditionTable } from "./edition-table"
import { FreezeForm } from "./freeze-form"
import { loadMapping, type MappingParams } from "./load-mapping"

type Props = { params: MappingParams; searchParams: Promise<{ frozen?: string; taken?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { mapping } = await loadMapping(params)
  const t = await getTranslations("mapping.editions")
  return { title: t("editionsOf", { mandate: mapping.mandate.title }) }
}

export default async function DeskEditionsPage({ params, searchParams }: Props) {
  const [{ mapping, base, locale }, { frozen, taken }, t] = await Promise.all([
    loadMapping(params),
    searchParams,
    getTranslations("mapping.editions"),
  ])
  const [freezing, lines, annex] = await Promise.all([
    readFreezing(mapping),
    listDeskEditions(mapping),
    listAnnex(mapping),
  ])
  const { number, content, newest, dueAt, change, mark } = freezing
  const rowHref = (row: number) => `${base}/rows/${row}`
  const isDue = dueAt <= now()
  const next = { ...content, number }
  return (
    <main id="main" className="page editions-page">
      <PageHead
        title={t("editions")}
        lead={
          <>
            <a href={base}>{mapping.mandate.title}</a>.{" "}
            {t(isDue ? "dueSince" : "dueOn", { number, day: dayText(dueAt, locale) })}
          </>
        }
      />
      <div className="stack">
        {frozen === String(newest?.number) ? (
          <Notice kind="ok" title={t("done.frozen", { number: newest?.number ?? 0 })} announce />
        ) : null}
        {taken ? <Notice kind="ok" title={t("done.taken", { row: taken })} announce /> : null}
        {lines.length > 0 ? (
          <EditionTable lines={lines} group={mapping.group.slug} mandate={mapping.mandate.slug} />
        ) : (
          <Empty title={t("deskNone")}>{t("deskNoneWhy")}</Empty>
        )}
        <section className="changes" aria-labelledby="since">
          <h2 id="since">{newest ? t("since", { number: newest.number }) : t("firstHolds")}</h2>
          {newest ? (
            <EditionChanges older={newest} newer={next} rowHref={rowHref} level={3} />
          ) : (
            <p>{t("rows", { rows: content.rows.length })}</p>
          )}
        </section>
        {mapping.may.freeze ? (
          <>
            <BeforeFreezing
              going={goingWith(content.annex, number)}
              attention={attentionTo(content.rows, now().toISOString().slice(0, 10))}
              rowHref={rowHref}
            />
            {content.rows.length > 0 ? (
              <FreezeForm mappingId={mapping.id} {...{ number, change, mark }} rowsAt={base} />
            ) : (
              <Notice title={t("nothingToFreeze")} />
            )}
          </>
        ) : (
          <p className="muted">{t("coChairsFreeze")}</p>
        )}
        <AnnexPanel {...annex} rowHref={rowHref} mayReturn={mapping.may.edit} />
      </div>
    </main>
  )
}
