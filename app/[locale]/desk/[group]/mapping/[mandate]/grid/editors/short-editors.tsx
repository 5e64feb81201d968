import { useTranslations } from "next-intl"
import { useState } from "react"
import { Button } from "@/app/ui/button"
import { dayIn } from "@/lib/mapping/cells/read-cell"
import { mappingLimits, rowStatuses, scopes } from "@/lib/mapping/model"
import { type EditorProps, wrongField } from "./editor"
import { useBegun } from "./use-begun"

/** A list of which one is chosen; a letter that opened it chooses the first that begins with it. */
function Choice<Value extends string>({
  label,
  value,
  typed,
  choices,
  change,
}: {
  label: string
  value: Value
  typed: string | null
  choices: readonly { value: Value; label: string }[]
  change: (value: Value) => void
}) {
  const begun = typed?.toLowerCase()
  const first = begun && choices.find((one) => one.label.toLowerCase().startsWith(begun))
  const [chosen, setChosen] = useState(first ? first.value : value)
  useBegun(typed, () => {
    if (chosen !== value) change(chosen)
  })
  return (
    <select
      className="in"
      aria-label={label}
      data-first
      value={chosen}
      onChange={(event) => {
        const next = choices.find((one) => one.value === event.target.value)?.value
        if (next === undefined) return
        setChosen(next)
        change(next)
      }}
    >
      {choices.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  )
}

export function AreaEditor({ value, typed, change, setting }: EditorProps<"area">) {
  const choices = setting.areas.map(({ id, title }) => ({ value: id, label: title }))
  return <Choice label={setting.label} {...{ value, typed, choices, change }} />
}

export function StatusEditor({ value, typed, change, setting }: EditorProps<"status">) {
  const choices = rowStatuses.map((one) => ({ value: one, label: setting.words.status[one] }))
  return <Choice label={setting.label} {...{ value, typed, choices, change }} />
}

export function ScopeEditor({ value, typed, change, setting, wrong }: EditorProps<"scope">) {
  const t = useTranslations("mapping.grid.edit")
  const [now, setNow] = useState(value)
  const set = (next: Partial<typeof value>) => {
    const all = { ...now, ...next }
    setNow(all)
    change(all)
  }
  return (
    <>
      <Choice
        label={setting.label}
        value={value.scope}
        typed={typed}
        choices={scopes.map((one) => ({ value: one, label: setting.words.scope[one] }))}
        change={(scope) => set({ scope })}
      />
      <label className="small" htmlFor="scope-reason">
        {t("reason")}
      </label>
      <textarea
        id="scope-reason"
        className="in"
        data-part="reason"
        {...(wrong?.part === "reason" ? wrongField : {})}
        rows={3}
        maxLength={mappingLimits.reason}
        required={now.scope !== "proposed"}
        value={now.reason}
        onChange={(event) => set({ reason: event.target.value })}
      />
    </>
  )
}

export function TextEditor({ value, typed, change, setting }: EditorProps<"suggests">) {
  useBegun(typed, () => change(typed ?? value))
  return (
    <textarea
      className="in grows"
      aria-label={setting.label}
      data-first
      rows={3}
      maxLength={mappingLimits.text}
      defaultValue={typed ?? value}
      onChange={(event) => change(event.target.value)}
    />
  )
}

export function CitationEditor({ value, typed, change, setting }: EditorProps<"citation">) {
  const t = useTranslations("mapping.grid.edit")
  const [now, setNow] = useState(
    typed === null
      ? { ...value, mandate: value.mandate || setting.symbol }
      : { mandate: value.mandate || setting.symbol, paragraph: typed },
  )
  useBegun(typed, () => change(now))
  const set = (next: Partial<typeof value>) => {
    const all = { ...now, ...next }
    setNow(all)
    change(all)
  }
  const field = (name: keyof typeof now, first: boolean) => (
    <span className="field">
      <label className="small" htmlFor={`citation-${name}`}>
        {t(name)}
      </label>
      <input
        id={`citation-${name}`}
        className="in"
        data-first={first || undefined}
        maxLength={mappingLimits.citation}
        value={now[name]}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    </span>
  )
  return (
    <div className="pair">
      {field("mandate", false)}
      {field("paragraph", true)}
    </div>
  )
}

export function DayEditor({ value, typed, change, done, setting }: EditorProps<"confirmed">) {
  const t = useTranslations("mapping.grid.edit")
  return (
    <>
      {typed === null ? (
        <input
          type="date"
          className="in"
          aria-label={setting.label}
          data-first
          max={setting.today}
          defaultValue={value ?? ""}
          onChange={(event) => change(event.target.value || null)}
        />
      ) : (
        <DayInWords {...{ typed, change }} label={setting.label} />
      )}
      <Button
        type="button"
        small
        onClick={() => {
          change(setting.today)
          done()
        }}
      >
        {t("today")}
      </Button>
    </>
  )
}

/** A day as people type it: the field of the browser takes no letter before it is there. */
function DayInWords({
  typed,
  change,
  label,
}: {
  typed: string
  change: (day: string | null) => void
  label: string
}) {
  // What is no day, or could be two, is handed over as it is: it is refused, and the reason is said.
  const hear = (text: string) => {
    change(text.trim() === "" ? null : (dayIn(text) ?? text))
  }
  useBegun(typed, () => hear(typed))
  return (
    <input
      type="text"
      className="in"
      aria-label={label}
      data-first
      maxLength={40}
      autoComplete="off"
      defaultValue={typed}
      onChange={(event) => hear(event.target.value)}
    />
  )
}
