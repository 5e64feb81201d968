import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { Button } from "@/app/ui/button"
import { Icon } from "@/app/ui/icons"
import { yearsIn } from "@/lib/mapping/cells/read-cell"
import { activityKinds, mappingLimits } from "@/lib/mapping/model"
import { type EditorProps, wrongField } from "./editor"
import { useBegun } from "./use-begun"
import {
  type ActivityDraft,
  begunActivities,
  freshActivity,
  writtenActivities,
} from "./written-activities"

/** The activities of a row: each a small group of fields; added, taken away and moved by buttons. */
export function ActivitiesEditor(props: EditorProps<"activities">) {
  const { value, typed, change, setting, wrong } = props
  const t = useTranslations("mapping.grid.edit")
  const box = useRef<HTMLDivElement>(null)
  const [drafts, setDrafts] = useState(() => begunActivities(value, typed))
  const first = useRef(typed === null || drafts.length === value.length ? 0 : drafts.length - 1)
  useBegun(typed, () => change(writtenActivities(drafts)))
  const set = (next: ActivityDraft[]) => {
    setDrafts(next)
    change(writtenActivities(next))
  }
  const edit = (id: string, given: Partial<ActivityDraft>) =>
    set(drafts.map((draft) => (draft.id === id ? { ...draft, ...given } : draft)))
  const focusTitle = (place: number) =>
    requestAnimationFrame(() =>
      box.current?.querySelectorAll<HTMLInputElement>("[data-title]")[place]?.focus(),
    )
  const move = (place: number, by: -1 | 1) => {
    const next = [...drafts]
    const [taken] = next.splice(place, 1)
    if (taken) next.splice(place + by, 0, taken)
    set(next)
    focusTitle(place + by)
  }
  const remove = (place: number) => {
    const next = drafts.filter((_, other) => other !== place)
    set(next.length > 0 ? next : [freshActivity()])
    focusTitle(Math.max(0, place - 1))
  }
  const fieldOf = (id: string, part: keyof ActivityDraft) => ({
    className: "in",
    "data-part": part,
    ...(wrong?.activity === id && wrong.part === part ? wrongField : {}),
  })
  return (
    <div className="activity-fields" ref={box}>
      {drafts.map((draft, place) => (
        <fieldset key={draft.id} data-activity={draft.id}>
          <legend className="vh">{t("activity", { number: place + 1 })}</legend>
          <label className="wide">
            {t("title")}
            <input
              {...fieldOf(draft.id, "title")}
              data-title
              data-first={place === first.current || undefined}
              maxLength={mappingLimits.title}
              value={draft.title}
              onChange={(event) => edit(draft.id, { title: event.target.value })}
            />
          </label>
          <label>
            {t("kind")}
            <select
              {...fieldOf(draft.id, "kind")}
              value={draft.kind}
              onChange={(event) => {
                const kind = activityKinds.find((one) => one === event.target.value)
                if (kind) edit(draft.id, { kind })
              }}
            >
              {activityKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {setting.words.kind[kind]}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t("years")}
            <input
              {...(yearsIn(draft.years) === undefined ? { "aria-invalid": true } : {})}
              {...fieldOf(draft.id, "years")}
              maxLength={200}
              value={draft.years}
              onChange={(event) => edit(draft.id, { years: event.target.value })}
            />
          </label>
          <label>
            {t("body")}
            <input
              {...fieldOf(draft.id, "body")}
              maxLength={mappingLimits.body}
              value={draft.body}
              onChange={(event) => edit(draft.id, { body: event.target.value })}
            />
          </label>
          <label>
            {t("link")}
            <input
              {...fieldOf(draft.id, "link")}
              inputMode="url"
              maxLength={mappingLimits.link}
              value={draft.link}
              onChange={(event) => edit(draft.id, { link: event.target.value })}
            />
          </label>
          <div className="btns wide">
            <Button
              type="button"
              small
              icon
              aria-label={t("up")}
              aria-disabled={place === 0 || undefined}
              onClick={() => place > 0 && move(place, -1)}
            >
              <Icon name="up" />
            </Button>
            <Button
              type="button"
              small
              icon
              aria-label={t("down")}
              aria-disabled={place === drafts.length - 1 || undefined}
              onClick={() => place < drafts.length - 1 && move(place, 1)}
            >
              <Icon name="down" />
            </Button>
            <Button type="button" small kind="quiet" onClick={() => remove(place)}>
              {t("remove")}
            </Button>
          </div>
        </fieldset>
      ))}
      <Button
        type="button"
        small
        aria-disabled={drafts.length >= mappingLimits.activities || undefined}
        onClick={() => {
          if (drafts.length >= mappingLimits.activities) return
          set([...drafts, freshActivity()])
          focusTitle(drafts.length)
        }}
      >
        <Icon name="add" />
        {t("add")}
      </Button>
    </div>
  )
}
