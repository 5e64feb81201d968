import { TextField } from "@/app/ui/text-field"

/** A day and a time that go together. `part` begins the names of both: `closesDay`, `closesTime`. */
export function TimeRow({
  part,
  labels,
  values,
  errors,
  hint,
  optional = false,
}: {
  part: "opens" | "closes" | "late"
  labels: { day: string; time: string }
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>> | undefined
  hint?: string
  optional?: boolean
}) {
  const [day, time] = [`${part}Day`, `${part}Time`]
  return (
    <div className="row">
      <TextField
        name={day}
        type="date"
        label={labels.day}
        hint={hint}
        defaultValue={values[day] ?? ""}
        error={errors?.[day]}
        optional={optional}
      />
      <TextField
        name={time}
        type="time"
        label={labels.time}
        defaultValue={(values[time] ?? "").slice(0, 5)}
        error={errors?.[time]}
        optional={optional}
      />
    </div>
  )
}
