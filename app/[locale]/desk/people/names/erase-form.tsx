"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Checkbox } from "@/app/ui/checkbox"
import { ErrorSummary } from "@/app/ui/error-summary"
import { FieldError } from "@/app/ui/field"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import type { NamePlace } from "@/lib/record/named-places"
import { eraseNamesAction } from "./actions"

/**
 * The names that were found, version by version, each to be ticked; `ticked` where one person was asked for.
 * With what was asked and the mark of it all goes back: what was published since is not passed over.
 */
export function EraseForm({
  places,
  asked,
  mark,
  ticked,
}: {
  places: readonly NamePlace[]
  asked: { text: string; person: string }
  mark: string
  ticked: boolean
}) {
  const t = useTranslations("names")
  const [state, action] = useAnswered(eraseNamesAction)
  const fields = state?.ok === false ? state.fields : undefined
  const entered = state?.ok === false ? state.entered : undefined
  const isTicked = (place: NamePlace) => {
    const name = `names.${places.indexOf(place)}`
    return entered ? name in entered : ticked
  }
  const versions = [...new Set(places.map(({ subjectId }) => subjectId))]
  return (
    <>
      {state?.ok ? (
        <Notice
          kind="ok"
          title={t("done", { count: state.data.names, versions: state.data.versions })}
          announce
        >
          <p>{t("doneWhat")}</p>
        </Notice>
      ) : null}
      {places.length === 0 ? null : (
        <form action={action} className="form" noValidate aria-label={t("choose")}>
          {state?.ok === false ? (
            <ErrorSummary title={t("notErased")} message={state.message} fields={fields} />
          ) : null}
          {Object.entries({ ...asked, mark }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <fieldset className="stack" id="names">
            <legend className="legend">{t("choose")}</legend>
            {versions.map((id) => (
              <VersionNames key={id} places={places.filter(({ subjectId }) => subjectId === id)}>
                {(place) => (
                  <Checkbox
                    key={place.key}
                    name={`names.${places.indexOf(place)}`}
                    value={`${place.subjectId}.${place.key}`}
                    defaultChecked={isTicked(place)}
                    label={<NameLabel place={place} />}
                  />
                )}
              </VersionNames>
            ))}
            {fields?.names ? <FieldError id="names-error">{fields.names}</FieldError> : null}
          </fieldset>
          <TextField
            name="because"
            label={t("reason")}
            hint={t("reasonHint")}
            maxLength={500}
            defaultValue={entered?.because ?? ""}
            error={fields?.because}
          />
          <Checkbox name="sure" label={t("sure")} error={fields?.sure} />
          <div className="btns">
            <SubmitButton kind="danger" working={t("erasing")}>
              {t("erase")}
            </SubmitButton>
          </div>
        </form>
      )}
    </>
  )
}

function VersionNames({
  places,
  children,
}: {
  places: readonly NamePlace[]
  children: (place: NamePlace) => ReactNode
}) {
  const t = useTranslations("names")
  const [first] = places
  if (!first) return null
  const { kind, number, group, version, title } = first
  const where =
    version === null
      ? t("inSending", { title, group })
      : t(`in.${kind}`, { number: number ?? 0, group, version, title })
  return (
    <section aria-label={where}>
      <p className="small muted">{where}</p>
      {places.map(children)}
    </section>
  )
}

function NameLabel({ place: { name, isCapacity } }: { place: NamePlace }) {
  const t = useTranslations("names")
  return (
    <>
      <bdi>{name}</bdi>
      {isCapacity ? <small className="muted"> ({t("capacity")})</small> : null}
    </>
  )
}
