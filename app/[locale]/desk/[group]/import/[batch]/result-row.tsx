import type { ReactNode } from "react"
import { DateTime } from "@/app/ui/date-time"
import { Tag } from "@/app/ui/tag"
import type { Result } from "@/lib/imports/results"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { refusalSentence } from "../refusal-sentence"

/** What became of one file, in a line: what was read, what is unsure, or why it was refused. */
export async function ResultRow({
  result,
  href,
  group,
}: {
  result: Result
  /** Where the file is looked at. */
  href: string
  group: string
}) {
  const [t, say, locale] = await Promise.all([
    getTranslations("imports"),
    getTranslations("errors"),
    getLocale(),
  ])
  const { name, state, refusal, notSaved, number, startsAt, items, present } = result
  // No draft was made of it: refused, still waiting, put aside unread, or no report.
  if (items === null) {
    return (
      <tr>
        <th scope="row">{name}</th>
        <td>{stateOf(result, t)}</td>
        <td colSpan={4}>{refusal ? await refusalSentence(refusal) : null}</td>
      </tr>
    )
  }
  const { toSettle, meetingId } = result
  const target = meetingId ? localePath(locale, `/desk/${group}/meetings/${meetingId}`) : href
  // The key was named by a verb, as in every answer to a form.
  const why = notSaved && say.has(notSaved.key as never) ? notSaved : null
  return (
    <tr>
      <th scope="row">
        <a href={target}>{name}</a>
      </th>
      <td>{stateOf(result, t)}</td>
      <td>{number ?? t("none")}</td>
      <td className="nowrap">{startsAt ? <DateTime at={new Date(startsAt)} /> : t("none")}</td>
      <td>
        {notSaved ? (
          <p className="not-saved">
            {why ? say(why.key as never, why.values as never) : say("generic")}
          </p>
        ) : null}
        {t("what", { items, present: present ?? 0 })}
      </td>
      <td className="num">{state === "read" && toSettle > 0 ? toSettle : ""}</td>
    </tr>
  )
}

function stateOf(
  { state, kind, saving, notSaved, toSettle }: Result,
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
  return (
    <Tag kind={toSettle > 0 ? "warn" : "now"}>{t(toSettle > 0 ? "state.look" : "state.ready")}</Tag>
  )
}
