import { losesLook } from "@/lib/mapping/coverage/synergies"
import type { RowPage } from "@/lib/mapping/rows/row-queries"
import { getTranslations } from "@/lib/platform/i18n"
import type { Of } from "../../../of-fields"
import type { CellNames } from "./cell-value"
import { ConfirmForm } from "./confirm-form"
import { PlaceForm } from "./place-form"
import { RetireForm } from "./retire-form"
import { ReturnForm } from "./return-form"
import { RowFacts, ScopeDecided } from "./row-facts"
import { RowForm } from "./row-form"
import { rowValues } from "./row-values"

/** The cells of a row with the form that changes them, and beside it what can be done to the whole row. */
export async function RowEditor({
  found: { mapping, row, areas, people, beside },
  of,
  names,
  mayEdit,
  at,
}: {
  found: RowPage
  of: Of & { number: number }
  names: CellNames
  mayEdit: boolean
  /** The change after which the address shows the row. */
  at: string
}) {
  const t = await getTranslations("mapping.desk.row")
  if (!mayEdit)
    return (
      <section className="panel stack" aria-labelledby="cells">
        <h2 id="cells">{t("cells")}</h2>
        <RowFacts row={row} names={names} />
        <ScopeDecided decided={row.scopeDecided} />
        {row.retired && mapping.may.edit ? <ReturnForm of={of} rowId={row.id} /> : null}
      </section>
    )
  // Somebody responsible who left the group stays in the list, so that saving does not take the row from them.
  const members = people.filter(({ id, member }) => member || id === row.cells.responsible)
  return (
    <div className="row-page">
      <section className="panel" aria-labelledby="cells">
        <h2 id="cells">{t("cells")}</h2>
        <RowForm
          key={at}
          {...{ of, row, names }}
          values={rowValues(row.cells)}
          areas={areas.map(({ id, title }) => ({ value: id, label: title }))}
          members={members.map(({ id, name }) => ({ value: id, label: name }))}
          mayDecide={mapping.may.decide}
          keepsLook={!losesLook(row.cells.synergies)}
        />
      </section>
      <div className="stack">
        <section className="panel" aria-labelledby="still-so">
          <h2 id="still-so">{t("stillSo")}</h2>
          <ConfirmForm
            of={of}
            mappingId={mapping.id}
            rowId={row.id}
            base={row.revisions.confirmed ?? 0}
          />
        </section>
        <section className="panel" aria-labelledby="where">
          <h2 id="where">{t("where")}</h2>
          <PlaceForm
            key={row.position}
            of={of}
            row={{ id: row.id, areaId: row.cells.area, revision: row.revisions.area ?? 0 }}
            beside={beside}
            behind={beside.findLast(({ position }) => position < row.position)?.id ?? ""}
          />
        </section>
        <section className="panel" aria-labelledby="retire">
          <h2 id="retire">{t("retireTitle")}</h2>
          <RetireForm of={of} rowId={row.id} />
        </section>
      </div>
    </div>
  )
}
