import { unstable_rethrow as passOn } from "next/navigation"
import type { ActionResult } from "@/lib/platform/action"

type Act<Data> = (
  before: ActionResult<Data> | null,
  form: FormData,
) => Promise<ActionResult<Data> | null>

/**
 * What is said where nothing came and where the portal itself failed, each of a form that holds something
 * and of one that is a mere press; and what is said beside either of a file that was chosen.
 */
type Words = Record<"noAnswer" | "failed", { filled: string; press: string }> & { file: string }

/**
 * What the form shows beside its fields where no answer came: the `data` of that refusal, out of what the
 * form holds and of the answer before.
 */
export type Held<Data> = (form: FormData, before: ActionResult<Data> | null) => unknown

/** What the last refusal showed (somebody else's words, a question) stays beside what is typed. */
export const asBefore: Held<unknown> = (_, before) =>
  before?.ok === false ? before.data : undefined

/**
 * An action whose answer did not come (the line is down, the server starts again) resolves to a refusal
 * that holds what is typed. Rejected, it would take the page away, and the words with it. What leads to
 * another page passes. What failed at the portal has a `digest`, under which its log has it: that is no
 * line that is down, and nobody is told to send it again blindly.
 *
 * @param formOf the form that was pressed, which may be typed in until the answer comes.
 */
export function answered<Data>(
  act: Act<Data>,
  words: Words,
  formOf: (form: FormData) => HTMLFormElement | null = () => null,
  held: Held<Data> = () => undefined,
): Act<Data> {
  const pressedFor = (form: FormData) => {
    const pressed = formOf(form)
    return pressed?.isConnected ? pressed : null
  }
  const typedBy = (form: FormData) => {
    const pressed = pressedFor(form)
    return pressed ? typedSince(form, new FormData(pressed), pressed.elements) : typed(form)
  }
  return async (before, form) => {
    try {
      const result = await act(before, form)
      return result?.ok === false && result.entered ? { ...result, entered: typedBy(form) } : result
    } catch (error) {
      passOn(error)
      const isOurs = typeof error === "object" && error !== null && "digest" in error
      const pressed = pressedFor(form)
      const kind = pressed && isMerePress(pressed.elements) ? "press" : "filled"
      const said = words[isOurs ? "failed" : "noAnswer"][kind]
      const message = hasFile(form) ? `${said} ${words.file}` : said
      const code = isOurs ? "failed" : "no_answer"
      const data = held(pressed ? new FormData(pressed) : form, before)
      const entered = typedBy(form)
      return { ok: false, code, message, entered, ...(data !== undefined && { data }) }
    }
  }
}

/** Of elements, those in which nobody types and of which nobody chooses. */
const mute = new Set(["hidden", "submit", "button", "reset", "image", "fieldset", "output"])

const isMerePress = (fields: Iterable<Element>) =>
  [...fields].every((field) => "type" in field && mute.has(String(field.type)))

const typed = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].filter(
      (pair): pair is [string, string] => typeof pair[1] === "string" && !pair[0].startsWith("$"),
    ),
  )

/** What a form holds by now, with what only the button said that was pressed. */
export function typedSince(
  sent: FormData,
  now: FormData,
  fields: Pick<HTMLFormControlsCollection, "namedItem">,
): Record<string, string> {
  const ofButton = Object.entries(typed(sent)).filter(([name]) => {
    const field = fields.namedItem(name)
    return field === null || ("type" in field && field.type === "submit")
  })
  return { ...Object.fromEntries(ofButton), ...typed(now) }
}

const hasFile = (form: FormData) =>
  [...form.values()].some((value) => typeof value !== "string" && value.size > 0)
