import type { ReactNodeViewProps } from "@tiptap/react"
import { useTranslations } from "next-intl"
import { LIMITS } from "@/lib/minutes/model"
import type { QuoteMark } from "@/lib/reviews/model"
import { QuoteMarkTag } from "../../quote-mark"
import { BlockFrame, toWords } from "./block-frame"
import { PersonInput } from "./person-input"
import { personCalled } from "./person-search"
import { useMirrored } from "./use-mirrored"
import { useWriting } from "./writing-context"

/** What somebody said. Who and in what capacity stand above the words. */
export function StatementView({
  node,
  selected,
  updateAttributes,
  editor,
  getPos,
}: ReactNodeViewProps) {
  const t = useTranslations("minutes.block")
  const { people, quotes } = useWriting()
  const { id, name: storedName, capacity: storedCapacity } = node.attrs
  const [name, setName] = useMirrored(storedName, (text) =>
    updateAttributes({ name: text, personId: personCalled(people, text)?.id ?? null }),
  )
  const [capacity, setCapacity] = useMirrored(storedCapacity, (text) =>
    updateAttributes({ capacity: text }),
  )
  const isNew = editor.storage.record.opened === id && storedName === ""
  return (
    <BlockFrame
      type="statement"
      selected={selected}
      head={
        <>
          <PersonInput
            label={t("speaker")}
            placeholder={t("speaker")}
            text={name}
            people={people}
            autoFocus={isNew}
            onText={setName}
            onChoose={(person) => {
              editor.storage.record.opened = null
              updateAttributes(
                "id" in person
                  ? { personId: person.id, name: person.name, capacity: person.capacity }
                  : { personId: null, name: person.name },
              )
              toWords(editor, getPos())
            }}
            onKey={(event) => {
              if (event.key !== "Escape" && event.key !== "Enter") return
              event.preventDefault()
              editor.storage.record.opened = null
              toWords(editor, getPos())
            }}
          />
          <label className="slot-line">
            <span>{t("capacity")}</span>
            <input
              className="slot"
              value={capacity}
              maxLength={LIMITS.capacity}
              onChange={(event) => setCapacity(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Escape" && event.key !== "Enter") return
                event.preventDefault()
                toWords(editor, getPos())
              }}
            />
          </label>
          <QuoteAnswer mark={quotes[id]} />
        </>
      }
    />
  )
}

/** What whoever is quoted said of these words, while the minutes are reviewed. */
function QuoteAnswer({ mark }: { mark: QuoteMark | undefined }) {
  const t = useTranslations("reviews.mark")
  if (!mark) return null
  return (
    <span className="quote-answer">
      <span className="vh">{t("label")} </span>
      <QuoteMarkTag mark={mark} />
    </span>
  )
}
