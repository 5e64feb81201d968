import { useLocale, useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { Table } from "@/app/ui/table"
import { editionChangesPath, editionPath } from "@/lib/editions/addresses"
import type { DeskEditionLine } from "@/lib/editions/queries"
import type { DeskMapping } from "@/lib/mapping/queries"
import { localePath } from "@/lib/platform/locales"
import { announceEditionAction } from "../../../list-actions"
import { ListForm } from "../../../list-form"

/**
 * The editions of a mapping, the newest first, with the ways to what the public reads; whoever may, announces
 * the newest on the mailing list.
 */
export function EditionTable({
  lines,
  mapping,
  mayAnnounce,
}: {
  lines: readonly DeskEditionLine[]
  mapping: Pick<DeskMapping, "id" | "group" | "mandate">
  mayAnnounce: boolean
}) {
  const [group, mandate] = [mapping.group.slug, mapping.mandate.slug]
  const t = useTranslations("mapping.editions")
  const locale = useLocale()
  return (
    <>
      <Table
        caption={t("editions")}
        columns={[
          { key: "edition", label: t("edition") },
          { key: "frozen", label: t("frozen") },
          { key: "rows", label: t("rowsColumn"), numeric: true },
          { key: "note", label: t("note") },
          { key: "changes", label: t("changesColumn") },
        ]}
      >
        {lines.map(({ number, frozenAt, by, note, rows }) => (
          <tr key={number}>
            <th scope="row" className="nowrap">
              <a href={localePath(locale, editionPath(group, mandate, number))}>
                {t("numbered", { number })}
              </a>
            </th>
            <td>
              <DateTime at={frozenAt} form="day" />
              <br />
              <bdi className="muted">{by}</bdi>
            </td>
            <td className="num">{rows}</td>
            <td dir="auto">{note}</td>
            <td>
              {number > 1 ? (
                <a href={localePath(locale, editionChangesPath(group, mandate, number))}>
                  {t("changesSince", { number: number - 1 })}
                </a>
              ) : null}
            </td>
          </tr>
        ))}
      </Table>
      {mayAnnounce ? (
        <ListForm
          action={announceEditionAction}
          name="mappingId"
          id={mapping.id}
          edition={lines[0]?.number}
        />
      ) : null}
    </>
  )
}
