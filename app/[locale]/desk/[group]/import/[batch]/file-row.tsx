import { DateTime } from "@/app/ui/date-time"
import { Tag } from "@/app/ui/tag"
import { groupFindings, type Numbered } from "@/lib/imports/group-findings"
import type { FileLine } from "@/lib/imports/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { refusalSentence } from "../refusal-sentence"
import { NumberOf } from "./number-of"

type Props = { file: FileLine; href: string; group: string; numbered: readonly Numbered[] }

/** What became of one file, in a line. */
export async function FileRow({ file, href, group, numbered }: Props) {
  const [t, locale] = await Promise.all([getTranslations("imports"), getLocale()])
  if (file.state === "refused" || file.state === "waiting") {
    return (
      <tr>
        <th scope="row">{file.name}</th>
        <td>{file.state === "refused" ? <Refused /> : <Tag>{t("state.waiting")}</Tag>}</td>
        <td colSpan={4}>{file.refusal ? await refusalSentence(file.refusal) : null}</td>
      </tr>
    )
  }
  const meeting = file.meeting ? `/desk/${group}/meetings/${file.meeting.id}` : null
  const isOpen = file.state === "read"
  if (file.kind === "document") {
    return (
      <tr>
        <th scope="row">
          <a href={href}>{file.name}</a>
        </th>
        <td>
          <State file={file} />
        </td>
        <td colSpan={4}>{t("kind.document")}</td>
      </tr>
    )
  }
  const found = isOpen ? groupFindings(file, numbered) : []
  const { number, why, printed } = file
  return (
    <tr>
      <th scope="row">
        <a href={meeting ? localePath(locale, meeting) : href}>{file.name}</a>
      </th>
      <td>
        <State file={file} />
      </td>
      <td className="why">
        <NumberOf {...{ number, printed, found }} why={isOpen ? why : null} />
      </td>
      <td className="nowrap">
        {file.startsAt ? <DateTime at={new Date(file.startsAt)} /> : t("none")}
      </td>
      <td>{t("kept", file.words)}</td>
      <td className="num">{isOpen ? file.unsettled + found.length : ""}</td>
    </tr>
  )
}

async function Refused() {
  const t = await getTranslations("imports.state")
  return (
    <Tag kind="bad" icon="bad">
      {t("refused")}
    </Tag>
  )
}

async function State({ file: { state, unsettled } }: { file: FileLine }) {
  const t = await getTranslations("imports.state")
  if (state === "saved")
    return (
      <Tag kind="ok" icon="ok">
        {t("saved")}
      </Tag>
    )
  if (state === "discarded") return <Tag>{t("discarded")}</Tag>
  return unsettled > 0 ? <Tag kind="warn">{t("look")}</Tag> : <Tag kind="now">{t("ready")}</Tag>
}
