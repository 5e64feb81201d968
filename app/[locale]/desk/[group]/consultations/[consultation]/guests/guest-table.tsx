import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { Table } from "@/app/ui/table"
import type { GuestLine } from "@/lib/consultations/queries"
import { TakeBackForm } from "./take-back-form"

/** Who has a link, whether their address is confirmed, how much they said, and what takes an invitation back. */
export function GuestTable({
  consultationId,
  guests,
}: {
  consultationId: string
  guests: readonly GuestLine[]
}) {
  const t = useTranslations("consultations.guestList")
  return (
    <Table
      caption={t("caption")}
      columns={(["who", "how", "confirmed", "comments", "invitation"] as const).map((key) => ({
        key,
        label: t(`column.${key}`),
        numeric: key === "comments",
      }))}
    >
      {guests.map((guest) => (
        <tr key={guest.id}>
          <th scope="row">
            {guest.name ? (
              <>
                <bdi>{guest.name}</bdi>
                {guest.organisation ? `, ${guest.organisation}` : ""}
                <br />
              </>
            ) : null}
            <span className="small muted">{guest.email}</span>
          </th>
          <td>
            {guest.takenBackAt ? (
              <>
                {t("takenBack")} <DateTime at={guest.takenBackAt} />
              </>
            ) : (
              t(guest.invited ? "invited" : "came")
            )}
          </td>
          <td>{t(guest.confirmedAt ? "confirmed" : "unconfirmed")}</td>
          <td className="num">{guest.comments}</td>
          <td>
            {guest.invited && !guest.takenBackAt ? (
              <TakeBackForm
                consultationId={consultationId}
                guestId={guest.id}
                who={guest.name || guest.email}
              />
            ) : null}
          </td>
        </tr>
      ))}
    </Table>
  )
}
