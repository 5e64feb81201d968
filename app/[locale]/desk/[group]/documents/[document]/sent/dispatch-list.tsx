import { useLocale, useTranslations } from "next-intl"
import type { Dispatch } from "@/lib/documents/dispatch-queries"
import { dayInstant, dayText } from "@/lib/platform/dates"
import { WithdrawForm } from "./withdraw-form"

/** What was sent and what came back, the latest day first; what was taken back is struck out. */
export function DispatchList({
  dispatches,
  documentId,
  base,
  mayHold,
}: {
  dispatches: readonly Dispatch[]
  documentId: string
  base: string
  mayHold: boolean
}) {
  const t = useTranslations("documents.sent")
  const locale = useLocale()
  const dated = (day: string) => dayText(dayInstant(day), locale)
  const sendingOf = ({ answers }: Dispatch) => dispatches.find(({ id }) => id === answers)
  return (
    <ol className="dispatches">
      {dispatches.map((dispatch) => {
        const { id, kind, party, day, note, version, file, by, withdrawn } = dispatch
        const sending = sendingOf(dispatch)
        const said = t(kind, { party, day: dated(day) })
        return (
          <li key={id} className="panel">
            <p className="strong">{withdrawn ? <del>{said}</del> : said}</p>
            {version === null ? null : <p>{t("ofVersion", { version })}</p>}
            {sending ? (
              <p>{t("answersTo", { party: sending.party, day: dated(sending.day) })}</p>
            ) : null}
            {note ? <p className="note-text">{note}</p> : null}
            {file ? (
              <p>
                <a href={`${base}/files/${file.id}`} download>
                  <bdi>{file.name}</bdi>
                </a>
              </p>
            ) : null}
            {by ? <p className="small muted">{t("enteredBy", { who: by })}</p> : null}
            {withdrawn ? (
              <p>
                {t("withdrawn", { day: dayText(withdrawn.at, locale), reason: withdrawn.reason })}
              </p>
            ) : mayHold ? (
              <details>
                <summary>{t("withdraw")}</summary>
                <WithdrawForm documentId={documentId} dispatchId={id} />
              </details>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}
