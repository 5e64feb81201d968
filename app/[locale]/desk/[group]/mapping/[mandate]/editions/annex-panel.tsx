import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { ActivityFacts, ActivityTitle } from "@/app/ui/editions/activity-list"
import { TextField } from "@/app/ui/text-field"
import type { AnnexPage } from "@/lib/editions/queries"
import { Pager } from "../../../comments/pager"
import { ReturnForm } from "./return-form"

/** What stands in the annex now, to be looked through, with the way back into its row. */
export function AnnexPanel({
  annex: { shown, found, total, words, page, pages },
  address,
  rowHref,
  mayReturn,
}: {
  annex: AnnexPage
  /** Where it stands. */
  address: string
  rowHref: (row: number) => string
  mayReturn: boolean
}) {
  const t = useTranslations("mapping.editions")
  if (total === 0) return null
  const looked = words === "" ? "" : `annex=${encodeURIComponent(words)}&`
  return (
    <section aria-labelledby="annex">
      <h2 id="annex">{t("annex")}</h2>
      <p className="hint">{t("annexDesk")}</p>
      <details open={words !== "" || page > 1}>
        <summary>{t("annexShown", { shown: found, all: total })}</summary>
        <search>
          <form action={`${address}#annex`} className="form">
            <TextField
              name="annex"
              id="annex-words"
              type="search"
              label={t("filter.annexWords")}
              defaultValue={words}
              maxLength={300}
              optional
            />
            <div className="btns">
              <Button small>{t("filter.go")}</Button>
              {words ? <a href={`${address}#annex`}>{t("annexAll")}</a> : null}
            </div>
          </form>
        </search>
        <ul className="row-list">
          {shown.map(({ id, activity, row, isRetired, edition }) => (
            <li key={id}>
              <ActivityTitle activity={activity} /> <ActivityFacts activity={activity} />{" "}
              <span className="muted">
                <a href={rowHref(row)}>{t("rowNumber", { number: row })}</a>,{" "}
                {t("numbered", { number: edition })}
              </span>
              {mayReturn && !isRetired ? <ReturnForm annexId={id} title={activity.title} /> : null}
            </li>
          ))}
        </ul>
        <Pager
          {...{ page, pages }}
          of={t("annex")}
          hrefOf={(to) => `${address}?${looked}of=${to}#annex`}
        />
      </details>
    </section>
  )
}
