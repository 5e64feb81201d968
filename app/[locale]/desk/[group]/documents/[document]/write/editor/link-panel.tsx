import type { Editor } from "@tiptap/react"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { hrefOf, isMissingLabel, missingLabel, referenceIn } from "@/lib/documents/links"
import { isLinkTarget } from "@/lib/minutes/model"
import { LinkForm, linkError } from "../../../../live/link-form"
import { setLink } from "../../../../live/set-link"
import { wholeAddress } from "../../../../live/whole-address"
import type { LinkChoice } from "../given"

const groups = ["documents", "meetings", "decisions"] as const
/** The two choices that ask for words: an address elsewhere, and a document that is missing. */
const elsewhere = "elsewhere"
const missing = "missing"

function begun(editor: Editor, choices: readonly LinkChoice[]): { to: string; words: string } {
  const href = String(editor.getAttributes("link").href ?? "")
  const reference = referenceIn(href)
  if (reference?.to === "missing") return { to: missing, words: reference.label }
  if (href !== "" && choices.some((choice) => choice.href === href)) return { to: href, words: "" }
  return { to: elsewhere, words: href }
}

function selectedWords({ state }: Editor): string {
  const { from, to } = state.selection
  return state.doc.textBetween(from, to, " ").trim().slice(0, missingLabel)
}

/** Where a link leads: an address, something of the group, or a document that nobody has put there yet. */
export function LinkPanel({
  editor,
  choices,
  close,
}: {
  editor: Editor
  choices: readonly LinkChoice[]
  close: () => void
}) {
  const t = useTranslations("documents.write.link")
  const common = useTranslations("minutes.link")
  const [{ to, words }, setTo] = useState(() => begun(editor, choices))
  const [wrong, setWrong] = useState(false)
  const select = useRef<HTMLSelectElement>(null)
  useEffect(() => select.current?.focus(), [])
  const asksWords = to === elsewhere || to === missing
  const set = () => {
    const label = words.trim()
    const href = wholeAddress(words)
    const choice = choices.find((offered) => offered.href === to)
    if (to === elsewhere && isLinkTarget(href)) setLink(editor, href, href)
    else if (to === missing && isMissingLabel(label)) {
      setLink(editor, hrefOf({ to: "missing", label }), label)
    } else if (choice) setLink(editor, choice.href, choice.label)
    else {
      setWrong(true)
      return false
    }
    return true
  }
  const choose = (next: string) => {
    setWrong(false)
    setTo({ to: next, words: next === missing && words === "" ? selectedWords(editor) : words })
  }
  const why = to === missing ? t("wrongName", { count: missingLabel }) : common("wrong")
  return (
    <LinkForm editor={editor} close={close} set={set} wrong={wrong ? why : null}>
      <label htmlFor="link-to">{t("to")}</label>
      <select
        className="in"
        id="link-to"
        ref={select}
        value={to}
        onChange={(event) => choose(event.target.value)}
      >
        <option value={elsewhere}>{t("elsewhere")}</option>
        <option value={missing}>{t("missing")}</option>
        {groups.map((of) => {
          const offered = choices.filter((choice) => choice.of === of)
          return offered.length === 0 ? null : (
            <optgroup key={of} label={t(of)}>
              {offered.map(({ href, label }) => (
                <option key={href} value={href} disabled={href === ""}>
                  {label}
                </option>
              ))}
            </optgroup>
          )
        })}
      </select>
      {asksWords ? (
        <>
          <label htmlFor="link-words">{to === missing ? t("name") : common("label")}</label>
          <input
            className="in"
            id="link-words"
            autoComplete="off"
            inputMode={to === missing ? "text" : "url"}
            value={words}
            aria-invalid={wrong || undefined}
            aria-describedby={wrong ? linkError : undefined}
            onChange={(event) => {
              setWrong(false)
              setTo({ to, words: event.target.value })
            }}
          />
        </>
      ) : null}
    </LinkForm>
  )
}
