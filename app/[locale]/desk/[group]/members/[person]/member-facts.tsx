import { useTranslations } from "next-intl"
import type { MemberRecord } from "@/lib/members/queries"

/** Who a member is, as the reader may see it. */
export function MemberFacts({ member }: { member: MemberRecord }) {
  const t = useTranslations("members")
  const people = useTranslations("people")
  const { stakeholderGroup } = member
  const facts = [
    [t("column.affiliation"), member.affiliation],
    [
      people("stakeholderGroup"),
      stakeholderGroup ? people(`stakeholders.${stakeholderGroup}`) : "",
    ],
    ...(member.mayChange ? [[t("column.email"), member.email ?? t("noAccount")]] : []),
  ]
  return (
    <dl className="facts-list">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value || "–"}</dd>
        </div>
      ))}
    </dl>
  )
}
