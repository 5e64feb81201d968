import { useTranslations } from "next-intl"
import { Tag, type TagKind } from "@/app/ui/tag"
import type { Change, Choice, LineState, PlannedLine } from "@/lib/members/list/plan"
import type { MemberRole } from "@/lib/members/model"
import type { StakeholderGroup } from "@/lib/people/model"

const looks: Record<LineState, TagKind> = {
  new: "ok",
  changed: "now",
  doubtful: "warn",
  unreadable: "bad",
  same: "plain",
}

/** One line of a list: what is new or changed, what is doubtful about it, and what is to be done. */
export function PreviewLine({ line }: { line: PlannedLine }) {
  const t = useTranslations("members.csv")
  return (
    <tr>
      <td className="num">{line.line}</td>
      <td>
        <Tag kind={looks[line.state]}>{t(`state.${line.state}`)}</Tag>
      </td>
      <th scope="row">
        <bdi>{line.name || "–"}</bdi>
        {line.email ? <small className="muted block">{line.email}</small> : null}
      </th>
      <td>
        {line.remarks.map(({ key, value }) => (
          <p key={key}>{t(`remark.${key}`, { value })}</p>
        ))}
        {line.doubts.map(({ key, value }) => (
          <p key={key}>{t(`doubt.${key}`, { value })}</p>
        ))}
        {line.choices.length > 1 ? <WhatToDo line={line} /> : null}
        <WhatIsWritten changes={line.changes} />
      </td>
    </tr>
  )
}

function WhatToDo({ line }: { line: PlannedLine }) {
  const t = useTranslations("members.csv")
  const id = `choices.l${line.line}`
  const say = ({ value, name, affiliation }: Choice) => {
    if (value === "skip") return t("choice.skip")
    if (value === "new") return t("choice.new")
    return t("choice.known", { name: [name, affiliation].filter(Boolean).join(", ") })
  }
  return (
    <p>
      <label htmlFor={id} className="vh">
        {t("choice.label", { line: line.line })}
      </label>
      <select className="in" id={id} name={id} key={line.chosen} defaultValue={line.chosen}>
        {line.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {say(choice)}
          </option>
        ))}
      </select>
    </p>
  )
}

function WhatIsWritten({ changes }: { changes: readonly Change[] }) {
  const t = useTranslations("members.csv.change")
  const members = useTranslations("members")
  const people = useTranslations("people")
  const say = ({ key, value }: Change): string => {
    if (key === "affiliation") return t("affiliation", { value })
    if (key === "account") return t("account", { value })
    if (key === "stakeholderGroup")
      return t("stakeholderGroup", { group: people(`stakeholders.${value as StakeholderGroup}`) })
    const role = members(`role.${value as MemberRole}`)
    return key === "joins" ? t("joins", { role }) : t("role", { role })
  }
  if (changes.length === 0) return null
  return <p>{changes.map(say).join(" · ")}</p>
}
