"use client"

import { useLocale, useTranslations } from "next-intl"
import { type FormEvent, useState } from "react"
import { SelectField } from "@/app/ui/select-field"
import { TextField } from "@/app/ui/text-field"
import { localStart } from "@/lib/meetings/model"
import { momentText } from "@/lib/platform/dates"

export type StartValues = { day: string; time: string; zone: string }

/** Date, time and zone as they are entered, and beside them the same moment in UTC. */
export function StartFields({
  values,
  zones,
  errors,
}: {
  values: StartValues
  zones: readonly string[]
  errors: Record<string, string> | undefined
}) {
  const t = useTranslations("meetings.form")
  const [now, setNow] = useState(values)
  const follow = ({ target }: FormEvent<HTMLElement>) => {
    const { name, value } = target as HTMLInputElement | HTMLSelectElement
    setNow((before) => ({ ...before, [name]: value }))
  }
  return (
    <div className="stack" onChange={follow}>
      <div className="row">
        <TextField
          name="day"
          type="date"
          label={t("day")}
          defaultValue={values.day}
          error={errors?.day}
          optional
        />
        <TextField
          name="time"
          type="time"
          label={t("time")}
          defaultValue={values.time}
          error={errors?.time}
          optional
        />
      </div>
      <SelectField
        key={values.zone}
        name="zone"
        label={t("zone")}
        choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        defaultValue={values.zone}
        error={errors?.zone}
      />
      <UtcMoment values={now} />
    </div>
  )
}

function UtcMoment({ values: { day, time, zone } }: { values: StartValues }) {
  const t = useTranslations("meetings.form")
  const locale = useLocale()
  const start = day && time ? localStart(day, time.slice(0, 5), zone) : null
  return (
    <p className="small muted" role="status">
      {start === null
        ? t("noStart")
        : "at" in start
          ? t("inUtc", { moment: momentText(start.at, locale) })
          : t("notATime")}
    </p>
  )
}
