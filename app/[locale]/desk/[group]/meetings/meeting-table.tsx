import { DateTime } from "@/app/ui/date-time"
import { Table } from "@/app/ui/table"
import type { MeetingLine } from "@/lib/meetings/lines"
import { getTranslations } from "@/lib/platform/i18n"
import { meetingName } from "./meeting-name"
import { MeetingStateTag } from "./meeting-state"

const columns = ["number", "start", "state", "chairs", "present", "links"] as const

/** Meetings as a table. `base` is the address of the desk's list, `publicBase` of the public one. */
export async function MeetingTable({
  caption,
  meetings,
  base,
  publicBase,
  mayEdit,
}: {
  caption: string
  meetings: readonly MeetingLine[]
  base: string
  publicBase: string
  mayEdit: boolean
}) {
  const t = await getTranslations("meetings")
  return (
    <Table
      caption={caption}
      columns={columns.map((key) => ({
        key,
        label: t(`column.${key}`),
        numeric: key === "number" || key === "present",
      }))}
    >
      {meetings.map((meeting) => {
        const name = meetingName(t, meeting)
        const own = `${base}/${meeting.id}`
        const open = mayEdit && meeting.state !== "cancelled"
        return (
          <tr key={meeting.id}>
            <td className="num">{meeting.number ?? "–"}</td>
            <th scope="row" className="meeting-cell">
              <a href={own}>{meeting.title || name}</a>
              <span className="meeting-when">
                {meeting.startsAt ? <DateTime at={meeting.startsAt} /> : t("noDate")}
              </span>
            </th>
            <td>
              <MeetingStateTag meeting={meeting} />
            </td>
            <td>{meeting.chairs.join(", ") || "–"}</td>
            <td className="num">{meeting.present}</td>
            <td>
              <ul className="meeting-links">
                {open ? <NamedLink href={`${own}/edit`} label={t("edit")} name={name} /> : null}
                {meeting.state === "cancelled" ? null : (
                  <NamedLink href={`${own}/minutes`} label={t("minutes")} name={name} />
                )}
                {meeting.version && meeting.number !== null ? (
                  <NamedLink
                    href={`${publicBase}/${meeting.number}`}
                    label={t("publicPage")}
                    name={name}
                  />
                ) : null}
              </ul>
            </td>
          </tr>
        )
      })}
    </Table>
  )
}

/** A link whose words stand in every row, told apart for those who hear it alone. */
function NamedLink({ href, label, name }: { href: string; label: string; name: string }) {
  return (
    <li>
      <a href={href}>
        {label}
        <span className="vh">, {name}</span>
      </a>
    </li>
  )
}
