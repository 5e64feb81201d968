import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { Table } from "@/app/ui/table"
import type { Stretch } from "@/lib/members/queries"

/** The history of a membership: every stretch in one role, the newest first. */
export function StretchTable({ stretches }: { stretches: Stretch[] }) {
  const t = useTranslations("members")
  const columns = (["role", "since", "until"] as const).map((key) => ({
    key,
    label: t(`column.${key}`),
  }))
  return (
    <Table caption={t("history")} showCaption columns={columns}>
      {stretches.map(({ role, since, until }) => (
        <tr key={`${since.toISOString()} ${role}`}>
          <td>{t(`role.${role}`)}</td>
          <td>
            <DateTime at={since} form="day" />
          </td>
          <td>{until ? <DateTime at={until} form="day" /> : t("today")}</td>
        </tr>
      ))}
    </Table>
  )
}
