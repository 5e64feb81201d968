import type { ReactNode } from "react"
import { DateTime } from "@/app/ui/date-time"
import { Tag } from "@/app/ui/tag"
import { describeFinding } from "@/lib/check/describe"
import type { ResultForDesk } from "@/lib/imports/results"
import { dayInstant } from "@/lib/platform/dates"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { refusalSentence } from "../refusal-sentence"
import { NumberOf } from "./number-of"
import { TryAgainForm } from "./try-again-form"

const severities = ["error", "warning", "note"] as const
/** So many errors of a file are said in its line; the rest stand beside its text. */
const SHOWN_ERRORS = 3

/** What became of one file, in a line: what was read, what is unsure, or why it was refused. */
export async function ResultRow({
  result,
  href,
  group,
}: {
  result: ResultForDesk
  /** Where the file is looked at. */
  href: string
  group: string
}) {
  const [t, say, locale] = await Promise.all([
    getTranslations("imports"),
    getTranslations("errors"),
    getLocale(),
  ])
  const { name, state, kind, refusal, notSaved, number, startsAt, day, items, present } = result
  // No draft was made of it: refused, still waiting, or put aside unread.
  if (kind === "report" && items === null) {
    return (
      <tr>
        <th scope="row" className="file">
          {name}
        </th>
        <td data-label={t("column.state")}>{stateOf(result, t)}</td>
        <td colSpan={4}>
          {refusal ? await refusalSentence(refusal) : null}
          {result.again ? (
            <TryAgainForm {...{ fileId: result.id, revision: result.revision, name }} />
          ) : null}
        </td>
      </tr>
    )
  }
  const target = targetOf(result, group)
  const head = (
    <>
      <th scope="row" className="file">
        <a href={target ? localePath(locale, target) : href}>{name}</a>
        {/* Once it is saved its name leads to what was made of it: the source stays within reach. */}
        {target ? (
          <small className="block">
            <a href={href} aria-label={t("results.sourceOf", { file: name })}>
              {t("results.source")}
            </a>
          </small>
        ) : null}
      </th>
      <td data-label={t("column.state")}>{stateOf(result, t)}</td>
    </>
  )
  if (kind === "document") {
    return (
      <tr>
        {head}
        <td colSpan={4}>{t("kind.document")}</td>
      </tr>
    )
  }
  const { printed, why, errors, found, holder } = result
  // The key was named by a verb, as in every answer to a form.
  const isKnown = notSaved && say.has(notSaved.key as never)
  // Of what was saved it says what was open by then; the minutes know what still is.
  const isLeft = state === "saved" && openIn(result).length > 0
  return (
    <tr>
      {head}
      <td className="why" data-label={t("column.number")}>
        <NumberOf {...{ number, printed, found, holder }} why={state === "read" ? why : null} />
      </td>
      <td className="nowrap" data-label={t("column.start")}>
        {startsAt ? <DateTime at={new Date(startsAt)} /> : null}
        {day ? <DateTime at={dayInstant(day)} form="day" /> : null}
        {startsAt || day ? null : t("none")}
      </td>
      <td data-label={t("column.what")}>
        {notSaved ? (
          <p className="not-saved">
            {isKnown ? say(notSaved.key as never, notSaved.values as never) : say("generic")}
          </p>
        ) : null}
        {state === "read" && errors.length > 0 ? (
          <ul className="plain-list errors">
            {errors.slice(0, SHOWN_ERRORS).map((finding) => (
              <li key={JSON.stringify([finding.rule, finding.values])}>
                {describeFinding(finding, locale)}
              </li>
            ))}
          </ul>
        ) : null}
        {t("what", { items: items ?? 0, present: present ?? 0 })}
        <small className="muted block">{t("kept", result.words)}</small>
      </td>
      <td className={isLeft ? undefined : "nowrap"} data-label={t("column.settle")}>
        {isLeft ? <small className="block">{t("results.whenSaved")}</small> : null}
        {state === "read" || isLeft ? <OpenIn result={result} /> : null}
        {isLeft && target ? (
          <a href={localePath(locale, `${target}/minutes#check`)}>{t("results.inDraft")}</a>
        ) : null}
      </td>
    </tr>
  )
}

/** How many findings are open, of each gravity that has any, the gravest first. */
const openIn = ({ open }: ResultForDesk) =>
  severities.flatMap((severity) =>
    open[severity] > 0 ? [{ severity, count: open[severity] }] : [],
  )

async function OpenIn({ result }: { result: ResultForDesk }) {
  const t = await getTranslations("imports")
  return openIn(result).map(({ severity, count }) => (
    <span key={severity} className="block">
      {t(`file.counts.${severity}`, { count })}
    </span>
  ))
}

/** Where a file went: its meeting or document on the desk; null while it is in the batch alone. */
function targetOf({ meetingId, document }: ResultForDesk, group: string): string | null {
  if (meetingId) return `/desk/${group}/meetings/${meetingId}`
  return document ? `/desk/${group}/documents/${document}` : null
}

function stateOf(
  { state, kind, saving, notSaved, open }: ResultForDesk,
  t: Awaited<ReturnType<typeof getTranslations<"imports">>>,
): ReactNode {
  if (state === "refused")
    return (
      <Tag kind="bad" icon="bad">
        {t("state.refused")}
      </Tag>
    )
  if (state === "waiting") return <Tag>{t("state.waiting")}</Tag>
  if (state === "saved")
    return (
      <Tag kind="ok" icon="ok">
        {t("state.saved")}
      </Tag>
    )
  if (state === "discarded") return <Tag>{t("state.discarded")}</Tag>
  if (notSaved)
    return (
      <Tag kind="bad" icon="bad">
        {t("state.notSaved")}
      </Tag>
    )
  if (saving) return <Tag>{t("state.saving")}</Tag>
  if (kind === "document") return <Tag kind="now">{t("state.document")}</Tag>
  const look = open.error + open.warning > 0
  return <Tag kind={look ? "warn" : "now"}>{t(look ? "state.look" : "state.ready")}</Tag>
}
