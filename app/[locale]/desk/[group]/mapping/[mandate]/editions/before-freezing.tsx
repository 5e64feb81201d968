import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { AnnexedList } from "@/app/ui/editions/annexed-list"
import type { Attention } from "@/lib/editions/attention"
import type { AnnexEntry, EditionRow } from "@/lib/editions/model"

/** What a co-chair should have seen before freezing: what leaves the table, and which rows are not ready. */
export function BeforeFreezing({
  going,
  back,
  attention: { undecided, unconfirmed, empty, alike },
  rowHref,
}: {
  going: readonly AnnexEntry[]
  /** What stands in the annex already, and was written anew in its row. */
  back: readonly AnnexEntry[]
  attention: Attention
  rowHref: (row: number) => string
}) {
  const t = useTranslations("mapping.editions.before")
  const links = (rows: readonly EditionRow[]) => (
    <RowLinks numbers={rows.map(({ number }) => number)} rowHref={rowHref} />
  )
  const isReady = undecided.length + unconfirmed.length + empty.length + alike.length === 0
  return (
    <section className="panel pad stack" aria-labelledby="before">
      <h2 id="before">{t("title")}</h2>
      <h3>{t("going", { count: going.length })}</h3>
      {going.length > 0 ? (
        <>
          <p className="hint">{t("goingWhy")}</p>
          <AnnexedList entries={going} />
        </>
      ) : null}
      {back.length > 0 ? (
        <>
          <h3>{t("back", { count: back.length })}</h3>
          <p className="hint">{t("backWhy")}</p>
          <AnnexedList entries={back} />
        </>
      ) : null}
      <h3>{t(isReady ? "ready" : "notReady")}</h3>
      {isReady ? null : (
        <dl className="attention">
          <Point name={t("undecided", { rows: undecided.length })} shown={undecided.length > 0}>
            {links(undecided)}
          </Point>
          <Point
            name={t("unconfirmed", { rows: unconfirmed.length })}
            shown={unconfirmed.length > 0}
          >
            {links(unconfirmed)}
          </Point>
          <Point name={t("alike", { rows: alike.length })} shown={alike.length > 0}>
            <RowLinks
              numbers={alike.flatMap(({ row, as }) => [as, row.number])}
              rowHref={rowHref}
            />
          </Point>
          <Point name={t("empty", { rows: empty.length })} shown={empty.length > 0}>
            {links(empty)}
          </Point>
        </dl>
      )}
    </section>
  )
}

function Point({ name, shown, children }: { name: string; shown: boolean; children: ReactNode }) {
  if (!shown) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function RowLinks({
  numbers,
  rowHref,
}: {
  numbers: readonly number[]
  rowHref: (row: number) => string
}) {
  const t = useTranslations("mapping.editions")
  return [...new Set(numbers)].map((number, place) => (
    <span key={number}>
      {place > 0 ? ", " : ""}
      <a href={rowHref(number)} aria-label={t("rowNumber", { number })}>
        {number}
      </a>
    </span>
  ))
}
