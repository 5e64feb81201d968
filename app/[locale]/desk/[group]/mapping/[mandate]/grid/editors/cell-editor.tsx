import { useTranslations } from "next-intl"
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react"
import { Button } from "@/app/ui/button"
import { FieldError } from "@/app/ui/field"
import { cellInputs } from "@/lib/mapping/input"
import type { CellField, CellValues } from "@/lib/mapping/model"
import { useWarningOf } from "../../../../live/use-warning"
import { ActivitiesEditor } from "./activities-editor"
import { type EditorProps, type EditorSetting, problemId } from "./editor"
import { PersonEditor } from "./person-editor"
import { RichCell } from "./rich-cell"
import {
  AreaEditor,
  CitationEditor,
  DayEditor,
  ScopeEditor,
  StatusEditor,
  TextEditor,
} from "./short-editors"
import { useDraft } from "./use-draft"
import { usePlace } from "./use-place"
import { findWrong, partOf, type WrongAt, wrongAt } from "./wrong-at"

/** Where the cursor goes when an editor is left. */
export type Leave = "stay" | "down" | "forward" | "back"

export type Leaving = { value: unknown; changed: boolean; leave: Leave; focus: boolean }

type Props = {
  field: CellField
  value: CellValues[CellField]
  /** What it begins with, where that is not what stands in the cell. */
  begun?: unknown
  typed: string | null
  setting: EditorSetting
  /** The cell under the editor, or null where it is not there. */
  anchor: () => Element | null
  /** What is written until now: told from time to time, and not kept in the cell yet. */
  write: (value: unknown) => void
  /** Hands over what was written, or what stood there when it was given up. */
  close: (leaving: Leaving) => void
}

/** In these Enter is a new line, or belongs to one of several fields; all others it ends. */
const large = new Set<CellField>(["activities", "synergies"])

const stops = "input, select, textarea, button, [contenteditable='true'], a[href]"

/** The stops of Tab in an editor, in their order. */
const stopsIn = (box: HTMLElement) =>
  [...box.querySelectorAll<HTMLElement>(stops)].filter(
    (stop) => stop.tabIndex >= 0 && stop.getAttribute("aria-disabled") !== "true",
  )

/**
 * The editor of one cell, over its place. Enter and Tab keep what was written, Escape gives it up, a press
 * elsewhere keeps it. What cannot stand in the cell keeps the editor open and says why. Where much may have
 * been written it is given up the second time alone.
 */
export function CellEditor({ field, value, begun, typed, setting, anchor, write, close }: Props) {
  const t = useTranslations("mapping.grid.edit")
  const tError = useTranslations("errors")
  const box = useRef<HTMLDialogElement>(null)
  const now = useRef<unknown>(begun ?? value)
  const isClosed = useRef(false)
  const isAsked = useRef(false)
  const hadMenu = useRef(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [wrong, setWrong] = useState<WrongAt | null>(null)
  const isLarge = large.has(field)
  const isChanged = () => !isClosed.current && now.current !== value
  const note = useDraft(isClosed, () => write(now.current))
  useWarningOf(isChanged)
  usePlace(box, anchor)

  const end = (leaving: Leaving) => {
    if (isClosed.current) return
    isClosed.current = true
    close(leaving)
  }
  const keep = (leave: Leave, focus = true) => {
    const read = cellInputs[field].safeParse(now.current)
    if (read.success) return end({ value: read.data, changed: now.current !== value, leave, focus })
    const [issue] = read.error.issues
    const said = issue?.message ?? ""
    // Of a form alone one reads nothing of what the cell wants.
    const isPlain = said !== "field.format" && tError.has(said as never)
    const sentence = tError(isPlain ? (said as never) : `mapping.unread.${field}`)
    const at = issue ? wrongAt(issue, now.current) : null
    const found = at && box.current ? findWrong(box.current, at) : null
    setWrong(at)
    const part = at ? partOf(at.part) : undefined
    const number = found?.number
    setProblem(part && number ? t("inActivity", { number, field: t(part), sentence }) : sentence)
    const first = box.current?.querySelector<HTMLElement>("[data-first]")
    const target = found?.field ?? first
    target?.focus()
  }
  const giveUp = () => {
    if (isChanged() && (isLarge || begun !== undefined) && !isAsked.current) {
      isAsked.current = true
      return setProblem(t("giveUpSure"))
    }
    end({ value, changed: false, leave: "stay", focus: true })
  }

  useEffect(() => {
    const outside = (event: PointerEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (!target || box.current?.contains(target) || target.closest(".choices")) return
      keep("stay", false)
    }
    document.addEventListener("pointerdown", outside, true)
    return () => document.removeEventListener("pointerdown", outside, true)
  })
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>("[data-first]")
    first?.focus()
    if (
      first instanceof HTMLTextAreaElement ||
      (first instanceof HTMLInputElement && first.type === "text")
    )
      first.setSelectionRange(first.value.length, first.value.length)
  }, [])

  const onKeyDown = (event: KeyboardEvent<HTMLDialogElement>) => {
    if (event.nativeEvent.isComposing) return
    const target = event.target as HTMLElement
    const isInForm = target.closest("form") !== null
    // A rich text prevents what Escape does anyhow; it is its own only where it closes a menu.
    const isMenus = event.defaultPrevented && hadMenu.current
    if (event.key === "Escape" && !isMenus && !isInForm) {
      event.preventDefault()
      giveUp()
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      keep("stay")
    } else if (event.key === "Enter" && !event.shiftKey && !event.altKey && !isLarge) {
      if (target instanceof HTMLButtonElement) return
      event.preventDefault()
      keep("down")
    } else if (event.key === "Tab" && !event.defaultPrevented) {
      const all = box.current ? stopsIn(box.current) : []
      const edge = event.shiftKey ? all[0] : all.at(-1)
      if (target !== edge) return
      event.preventDefault()
      keep(event.shiftKey ? "back" : "forward")
    }
    event.stopPropagation()
  }

  return (
    // The dialog hears the keys of the fields in it.
    <dialog
      open
      ref={box}
      className={`cell-editor of-${field}`}
      aria-label={setting.label}
      onKeyDownCapture={({ target }) => {
        hadMenu.current = (target as HTMLElement).hasAttribute("aria-activedescendant")
      }}
      onKeyDown={onKeyDown}
    >
      <FieldEditor
        field={field}
        {...{ typed, setting, wrong }}
        value={(begun ?? value) as typeof value}
        change={(next) => {
          now.current = next
          isAsked.current = false
          note()
          setProblem(null)
          setWrong(null)
        }}
        done={() => keep("stay")}
      />
      <div role="alert">{problem ? <FieldError id={problemId}>{problem}</FieldError> : null}</div>
      <div className="btns">
        <Button
          type="button"
          small
          kind="primary"
          tabIndex={isLarge ? 0 : -1}
          onClick={() => keep("stay")}
        >
          {t("keep")}
        </Button>
        <Button type="button" small kind="quiet" tabIndex={isLarge ? 0 : -1} onClick={giveUp}>
          {t("giveUp")}
        </Button>
        <span className="small muted keys">{t(isLarge ? "keysLarge" : "keys")}</span>
      </div>
    </dialog>
  )
}

function FieldEditor({
  field,
  ...given
}: Omit<EditorProps<CellField>, "change"> & {
  field: CellField
  change: (value: unknown) => void
}): ReactNode {
  // The value and the field belong together; a type cannot say it of two properties.
  const props = <Field extends CellField>() => given as unknown as EditorProps<Field>
  switch (field) {
    case "area":
      return <AreaEditor {...props<"area">()} />
    case "suggests":
      return <TextEditor {...props<"suggests">()} />
    case "citation":
      return <CitationEditor {...props<"citation">()} />
    case "activities":
      return <ActivitiesEditor {...props<"activities">()} />
    case "synergies":
      return <RichCell {...props<"synergies">()} />
    case "scope":
      return <ScopeEditor {...props<"scope">()} />
    case "responsible":
      return <PersonEditor {...props<"responsible">()} />
    case "status":
      return <StatusEditor {...props<"status">()} />
    case "confirmed":
      return <DayEditor {...props<"confirmed">()} />
  }
}
