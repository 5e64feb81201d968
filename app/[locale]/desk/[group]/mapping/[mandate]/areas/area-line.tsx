"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Icon } from "@/app/ui/icons"
import { useNewest } from "@/app/ui/newest-answer"
import { SubmitButton } from "@/app/ui/submit-button"
import { Tag } from "@/app/ui/tag"
import { useAnswered } from "@/app/ui/use-answered"
import type { CountedArea } from "@/lib/mapping/areas/area-queries"
import type { ActionResult } from "@/lib/platform/action"
import { moveAreaAction, removeAreaAction } from "../../actions"
import { type Of, OfFields } from "../../of-fields"
import { EditAreaForm } from "./edit-area-form"

/** An area in the list: its names, what it holds, and what can be done to it. */
export function AreaLine({
  area,
  places,
  of,
}: {
  area: CountedArea
  /** Behind which area it comes one place up or down ("" for the first place); null where it cannot. */
  places: { up: string | null; down: string | null }
  of: Of
}) {
  const t = useTranslations("mapping.desk.areas")
  const [moved, move] = useAnswered(moveAreaAction)
  const [removed, remove] = useAnswered(removeAreaAction)
  const refused = useNewest<ActionResult<unknown>>([moved, removed])
  const { id, title, aliases, rows, retired, crossCutting } = area
  return (
    <li id={`area-${area.slug}`}>
      {refused && !refused.ok ? (
        <ErrorSummary title={t("not", { area: title })} message={refused.message} />
      ) : null}
      <div className="area-line">
        <div>
          <h2>
            {title} {crossCutting ? <Tag>{t("crossCutting")}</Tag> : null}
          </h2>
          {aliases.length > 0 ? (
            <p className="small">{t("also", { names: aliases.join("; ") })}</p>
          ) : null}
          <p className="small muted">{t("holds", { rows: rows - retired, retired })}</p>
        </div>
        <div className="btns">
          {(["up", "down"] as const).map((way) => (
            <form action={move} key={way}>
              <OfFields of={of} />
              <input type="hidden" name="areaId" value={id} />
              <input type="hidden" name="after" value={places[way] ?? ""} />
              <SubmitButton
                kind="quiet"
                icon
                small
                working=""
                aria-label={t(way, { area: title })}
                title={t(way, { area: title })}
                disabled={places[way] === null}
              >
                <Icon name={way} />
              </SubmitButton>
            </form>
          ))}
          <form action={remove}>
            <OfFields of={of} />
            <input type="hidden" name="areaId" value={id} />
            <SubmitButton
              kind="quiet"
              small
              working={t("removing")}
              aria-label={t("removeArea", { area: title })}
            >
              {t("remove")}
            </SubmitButton>
          </form>
        </div>
      </div>
      <EditAreaForm area={area} of={of} />
    </li>
  )
}
