import type { ReactNodeViewProps } from "@tiptap/react"
import { useTranslations } from "next-intl"
import { useId, useState } from "react"
import { Icon } from "@/app/ui/icons"
import { LIMITS, type Named } from "@/lib/minutes/model"
import { BlockFrame, toNext, toWords } from "./block-frame"
import { DueInput } from "./due-input"
import { PersonInput } from "./person-input"
import { personCalled } from "./person-search"
import { useWriting } from "./writing-context"

/** Something to be done. Its owners and its day stand below the words. */
export function ActionView({
  node,
  selected,
  updateAttributes,
  editor,
  getPos,
}: ReactNodeViewProps) {
  const t = useTranslations("minutes.block")
  const { people } = useWriting()
  const owners: Named[] = node.attrs.owners
  const dueId = useId()
  const [typed, setTyped] = useState("")
  const add = (name: string, personId: string | null) => {
    const isThere = owners.some((owner) => owner.name === name && owner.personId === personId)
    if (name.trim() === "" || isThere || owners.length >= LIMITS.owners) return setTyped("")
    updateAttributes({ owners: [...owners, { personId, name }] })
    setTyped("")
  }
  const addTyped = () => add(typed.trim(), personCalled(people, typed)?.id ?? null)
  const remove = (place: number) =>
    updateAttributes({ owners: owners.filter((_, other) => other !== place) })
  return (
    <BlockFrame
      type="action"
      selected={selected}
      fill={
        <>
          <span className="slot-line">
            <span>{t("owners")}</span>
            {owners.map(({ name, personId }, place) => (
              <button
                key={`${personId} ${name}`}
                type="button"
                className="chip"
                aria-label={t("removeOwner", { name })}
                onClick={() => remove(place)}
              >
                {name}
                <Icon name="close" />
              </button>
            ))}
            <PersonInput
              label={t("addOwner")}
              placeholder={t("addOwner")}
              text={typed}
              people={people.filter(({ id }) => owners.every((owner) => owner.personId !== id))}
              onText={setTyped}
              onChoose={(person) => add(person.name, "id" in person ? person.id : person.personId)}
              onLeave={addTyped}
              onKey={(event) => {
                if (event.key === "s" && (event.ctrlKey || event.metaKey)) addTyped()
                if (event.key === "Backspace" && typed === "") remove(owners.length - 1)
                if (event.key === "," || event.key === ";") {
                  event.preventDefault()
                  addTyped()
                }
                if (event.key === "Enter") {
                  event.preventDefault()
                  document.getElementById(dueId)?.focus()
                }
                if (event.key === "Escape") toWords(editor, getPos())
              }}
            />
          </span>
          <DueInput
            id={dueId}
            due={node.attrs.due}
            onDue={(due) => updateAttributes({ due })}
            onEnter={() => toNext(editor, getPos())}
            onEscape={() => toWords(editor, getPos())}
          />
        </>
      }
    />
  )
}
