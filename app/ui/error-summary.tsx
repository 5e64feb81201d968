"use client"

import { useEffect, useRef } from "react"
import { Icon } from "./icons"

/**
 * What kept a form from being taken, at its head: announced, focused when it appears, each field's
 * message a link to the field. Shows nothing while there is nothing to say. Works before script:
 * the page that answers a plain post has it in the HTML.
 *
 * @param title says what did not happen: "The meeting was not saved".
 * @param message an error that belongs to no field.
 * @param fields messages by field name, as in `ActionResult.fields`; ids equal names.
 *
 * @example <ErrorSummary title={t("notSaved")} message={state?.message} fields={state?.fields} />
 */
export function ErrorSummary({
  title,
  message,
  fields = {},
}: {
  title: string
  message?: string | undefined
  fields?: Readonly<Record<string, string>> | undefined
}) {
  const box = useRef<HTMLDivElement>(null)
  const entries = Object.entries(fields)
  const content = [message, ...entries.flat()].join("\n")
  useEffect(() => {
    if (content) box.current?.focus()
  }, [content])
  if (!content) return null
  return (
    <div className="notice bad" role="alert" tabIndex={-1} ref={box}>
      <Icon name="bad" />
      <div>
        <h2>{title}</h2>
        {message ? <p>{message}</p> : null}
        {entries.length > 0 ? (
          <ul>
            {entries.map(([name, text]) => (
              <li key={name}>
                <a href={`#${name}`}>{text}</a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  )
}
