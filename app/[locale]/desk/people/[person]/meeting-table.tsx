import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { Table } from "@/app/ui/table"
import type { MeetingOfPerson } from "@/lib/people/meetings-of"

/** The meetings at which a person is recorded, and as what. */
export function MeetingTable({ meetings, desk }: { meetings: MeetingOfPerson[]; desk: string }) {
  const t = useTranslations("people")
  if (meetings.length === 0) return <p className="muted">{t("noMeetings")}</p>
  const columns = (["group", "meeting", "day", "part"] as const).map((key) => ({
    key,
    label: t(`column.${key}`),
  }))
  return (
    <Table caption={t("meetings")} showCaption columns={columns}>
      {meetings.map((meeting) => (
        <tr key={meeting.id}>
          <td>{meeting.group}</td>
          <th scope="row">
            <a href={`${desk}/${meeting.slug}/meetings/${meeting.id}`}>
              {meeting.number === null ? t("noNumber") : t("meeting", { number: meeting.number })}
            </a>
          </th>
          <td>{meeting.startsAt ? <DateTime at={meeting.startsAt} form="day" /> : "–"}</td>
          <td>
            {meeting.parts.map(({ part, capacity }) => (
              <p key={part}>
                {t(`part.${part}`)}
                {capacity ? `, ${capacity}` : null}
              </p>
            ))}
          </td>
        </tr>
      ))}
    </Table>
  )
}
