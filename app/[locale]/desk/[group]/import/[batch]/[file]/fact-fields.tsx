import { useTranslations } from "next-intl"
import { RadioGroup } from "@/app/ui/radio-group"
import { SelectField } from "@/app/ui/select-field"
import { TextArea, TextField } from "@/app/ui/text-field"
import type { CorrectFormData } from "./form-of"

export type FieldsProps = {
  form: CorrectFormData
  entered: Record<string, string> | undefined
  errors: Record<string, string> | undefined
}

/** Number, start, people: what stands at the head and the end of a report. */
export function FactFields({ form: { values, zones }, entered, errors }: FieldsProps) {
  const t = useTranslations("imports.field")
  const lines = (text: string) => Math.min(Math.max(text.split("\n").length, 1), 12)
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">{t("facts")}</h2>
      <div className="stack">
        <input type="hidden" name="numberShown" value={entered?.numberShown ?? values.number} />
        <div className="row">
          <TextField
            name="number"
            label={t("number")}
            inputMode="numeric"
            hint={values.printed ? t("printed", { printed: values.printed }) : undefined}
            defaultValue={entered?.number ?? values.number}
            error={errors?.number}
            optional
          />
          <TextField
            name="day"
            type="date"
            label={t("day")}
            defaultValue={entered?.day ?? values.day}
            error={errors?.day}
            optional
          />
          <TextField
            name="time"
            type="time"
            label={t("time")}
            defaultValue={entered?.time ?? values.time}
            error={errors?.time}
            optional
          />
          <SelectField
            name="zone"
            label={t("zone")}
            defaultValue={entered?.zone ?? values.zone}
            error={errors?.zone}
            choices={zones.map((zone) => ({ value: zone, label: zone }))}
          />
        </div>
        <TextField
          name="title"
          label={t("title")}
          hint={t("titleHint")}
          defaultValue={entered?.title ?? values.title}
          error={errors?.title}
          optional
        />
        <div className="row">
          <TextArea
            name="hosts"
            label={t("hosts")}
            rows={2}
            defaultValue={entered?.hosts ?? values.hosts}
            error={errors?.hosts}
            optional
          />
          <TextArea
            name="moderators"
            label={t("moderators")}
            rows={2}
            defaultValue={entered?.moderators ?? values.moderators}
            error={errors?.moderators}
            optional
          />
        </div>
        <RadioGroup
          name="list"
          label={t("list")}
          defaultValue={entered?.list ?? values.list}
          choices={[
            { value: "annexed", label: t("annexed") },
            { value: "on-request", label: t("onRequest") },
          ]}
        />
        <TextArea
          name="present"
          label={t("present", { count: values.presentCount })}
          hint={t("presentHint")}
          rows={lines(values.present)}
          defaultValue={entered?.present ?? values.present}
          error={errors?.present}
          optional
        />
        <TextArea
          name="regrets"
          label={t("regrets")}
          rows={2}
          defaultValue={entered?.regrets ?? values.regrets}
          error={errors?.regrets}
          optional
        />
        <TextField
          name="nextMeeting"
          label={t("nextMeeting")}
          defaultValue={entered?.nextMeeting ?? values.nextMeeting}
          error={errors?.nextMeeting}
          optional
        />
      </div>
    </section>
  )
}
