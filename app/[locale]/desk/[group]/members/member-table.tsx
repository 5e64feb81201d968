import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { Table } from "@/app/ui/table"
import { Tag } from "@/app/ui/tag"
import type { MemberRow } from "@/lib/members/model"

/** The list of members. `mails`: whether the reader may see addresses. */
export function MemberTable({
  members,
  list,
  mails,
}: {
  members: MemberRow[]
  list: string
  mails: boolean
}) {
  const t = useTranslations("members")
  const people = useTranslations("people")
  const former = members.some(({ until }) => until !== null)
  const columns = [
    { key: "name", label: t("column.name") },
    { key: "affiliation", label: t("column.affiliation") },
    { key: "stakeholderGroup", label: people("stakeholderGroup") },
    { key: "role", label: t("column.role") },
    { key: "since", label: former ? t("column.until") : t("column.since") },
  ]
  if (mails) columns.push({ key: "email", label: t("column.email") })
  return (
    <Table caption={t("title")} columns={columns}>
      {members.map((member) => (
        <tr key={member.personId}>
          <th scope="row">
            <a href={`${list}/${member.personId}`}>
              <bdi>{member.name}</bdi>
            </a>
          </th>
          <td>{member.affiliation || "–"}</td>
          <td>
            {member.stakeholderGroup ? people(`stakeholders.${member.stakeholderGroup}`) : "–"}
          </td>
          <td className="nowrap">
            {member.role === "co-chair" ? (
              <Tag kind="now">{t("role.co-chair")}</Tag>
            ) : (
              t("role.member")
            )}
          </td>
          <td>
            <DateTime at={member.until ?? member.since} form="day" />
          </td>
          {mails ? <td>{member.email ?? t("noAccount")}</td> : null}
        </tr>
      ))}
    </Table>
  )
}
