import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { Table } from "@/app/ui/table"
import type { PersonRecord } from "@/lib/people/queries"

/** Every stretch of membership in every group. */
export function MembershipTable({
  memberships,
  desk,
}: {
  memberships: PersonRecord["memberships"]
  desk: string
}) {
  const t = useTranslations("people")
  const members = useTranslations("members")
  if (memberships.length === 0) return <p className="muted">{t("noMemberships")}</p>
  const columns = [
    { key: "group", label: t("column.group") },
    ...(["role", "since", "until"] as const).map((key) => ({
      key,
      label: members(`column.${key}`),
    })),
  ]
  return (
    <Table caption={t("memberships")} showCaption columns={columns}>
      {memberships.map(({ group, slug, role, since, until }) => (
        <tr key={`${slug} ${since.toISOString()}`}>
          <th scope="row">
            <a href={`${desk}/${slug}/members`}>{group}</a>
          </th>
          <td>{members(`role.${role}`)}</td>
          <td>
            <DateTime at={since} form="day" />
          </td>
          <td>{until ? <DateTime at={until} form="day" /> : members("today")}</td>
        </tr>
      ))}
    </Table>
  )
}
