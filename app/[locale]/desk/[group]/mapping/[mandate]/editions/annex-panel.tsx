import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { ActivityFacts, ActivityTitle } from "@/app/ui/editions/activity-list"
import { Notice } from "@/app/ui/notice"
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
  taken,
}: {
  annex: AnnexPage
  /** Where it stands. */
  address: string
  rowHref: (row: number) => string
  mayReturn: boolean
  /** The row into which something was just taken back. */
  taken: string | null
}) {
  const t = useTranslations("mapping.editions")
  const done =
    taken === null ? null : <Notice kind="ok" title={t("done.taken", { row: taken })} announce />
  if (total === 0) return done
  const looked = words === "" ? "" : `annex=${encodeURIComponent(words)}&`
  return (
    <section aria-labelledby="annex">
      {/* It takes the focus where the address leads to it: the button that was pressed is gone. */}
      <h2 id="annex" tabIndex={-1}>
        {t("annex")}
      </h2>
      {done}
      <p className="hint">{t("annexDesk")}</p>
      <details open={words !== "" || page > 1 || taken !== null}>
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
              {mayReturn && !isRetired ? (
                <ReturnForm annexId={id} title={activity.title} from={{ words, page }} />
              ) : null}
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
