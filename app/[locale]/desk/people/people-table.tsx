import { useTranslations } from "next-intl"
import { Table } from "@/app/ui/table"
import type { ListedPerson } from "@/lib/people/queries"

/** People of the register; each name leads to the whole record. */
export function PeopleTable({ people, register }: { people: ListedPerson[]; register: string }) {
  const t = useTranslations("people")
  const columns = (["name", "affiliation", "groups", "account"] as const).map((key) => ({
    key,
    label: t(`column.${key}`),
  }))
  return (
    <Table caption={t("title")} columns={columns}>
      {people.map((person) => (
        <tr key={person.id}>
          <th scope="row">
            <a href={`${register}/${person.id}`}>
              <bdi>{person.name}</bdi>
            </a>
          </th>
          <td>{person.affiliation || "–"}</td>
          <td>{person.groups.join(", ") || "–"}</td>
          <td>{t(`account.state.${person.account}`)}</td>
        </tr>
      ))}
    </Table>
  )
}
