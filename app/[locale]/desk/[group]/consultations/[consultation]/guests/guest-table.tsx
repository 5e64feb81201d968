import { useTranslations } from "next-intl"
import { Table } from "@/app/ui/table"
import type { GuestLine } from "@/lib/consultations/queries"

/** Who has a link, whether their address is confirmed, and how much they said. */
export function GuestTable({ guests }: { guests: readonly GuestLine[] }) {
  const t = useTranslations("consultations.guestList")
  return (
    <Table
      caption={t("caption")}
      columns={(["who", "how", "confirmed", "comments"] as const).map((key) => ({
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
          <td>{t(guest.invited ? "invited" : "came")}</td>
          <td>{t(guest.confirmedAt ? "confirmed" : "unconfirmed")}</td>
          <td className="num">{guest.comments}</td>
        </tr>
      ))}
    </Table>
  )
}
