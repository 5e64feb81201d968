import { unstable_rethrow as passOn } from "next/navigation"
import type { ActionResult } from "@/lib/platform/action"

type Act<Data> = (
  before: ActionResult<Data> | null,
  form: FormData,
) => Promise<ActionResult<Data> | null>

/** What is said where nothing came, where the portal itself failed, and beside either of a file that was chosen. */
type Words = { noAnswer: string; failed: string; file: string }

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
): Act<Data> {
  const typedBy = (form: FormData) => {
    const pressed = formOf(form)
    return pressed?.isConnected
      ? typedSince(form, new FormData(pressed), pressed.elements)
      : typed(form)
  }
  return async (before, form) => {
    try {
      const result = await act(before, form)
      return result?.ok === false && result.entered ? { ...result, entered: typedBy(form) } : result
    } catch (error) {
      passOn(error)
      const isOurs = typeof error === "object" && error !== null && "digest" in error
      const said = isOurs ? words.failed : words.noAnswer
      const message = hasFile(form) ? `${said} ${words.file}` : said
      const code = isOurs ? "failed" : "no_answer"
      return { ok: false, code, message, entered: typedBy(form) }
    }
  }
}

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
