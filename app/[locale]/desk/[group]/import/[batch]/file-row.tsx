import { DateTime } from "@/app/ui/date-time"
import { Tag } from "@/app/ui/tag"
import type { FileLine } from "@/lib/imports/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { refusalSentence } from "../refusal-sentence"

/** What became of one file, in a line. */
export async function FileRow({
  file,
  href,
  group,
}: {
  file: FileLine
  href: string
  group: string
}) {
  const [t, locale] = await Promise.all([getTranslations("imports"), getLocale()])
  const { draft, reading } = file
  if (file.kind === "document") {
    return (
      <tr>
        <th scope="row">{file.name}</th>
        <td>
          <Tag kind="now">{t("state.document")}</Tag>
        </td>
        <td colSpan={4}>{t("isDocument")}</td>
      </tr>
    )
  }
  if (file.refusal || !draft || !reading) {
    return (
      <tr>
        <th scope="row">{file.name}</th>
        <td>
          <Tag kind="bad" icon="bad">
            {t("state.refused")}
          </Tag>
        </td>
        <td colSpan={4}>{file.refusal ? await refusalSentence(file.refusal) : null}</td>
      </tr>
    )
  }
  const open = reading.findings.length - draft.settled.length
  const target = file.meeting
    ? localePath(locale, `/desk/${group}/meetings/${file.meeting.id}`)
    : href
  return (
    <tr>
      <th scope="row">
        <a href={target}>{file.name}</a>
      </th>
      <td>
        {file.state === "saved" ? (
          <Tag kind="ok" icon="ok">
            {t("state.saved")}
          </Tag>
        ) : file.state === "discarded" ? (
          <Tag>{t("state.discarded")}</Tag>
        ) : (
          <Tag kind={open > 0 ? "warn" : "now"}>
            {open > 0 ? t("state.look") : t("state.ready")}
          </Tag>
        )}
      </td>
      <td>{draft.number ?? t("none")}</td>
      <td className="nowrap">
        {draft.startsAt ? <DateTime at={new Date(draft.startsAt)} /> : t("none")}
      </td>
      <td>{t("kept", file.words)}</td>
      <td className="num">{file.state === "read" ? Math.max(open, 0) : ""}</td>
    </tr>
  )
}
