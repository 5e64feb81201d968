import type { Told } from "./told"

/**
 * What was just told, in one line for eyes and ears; that it is saved is for ears alone, the mark shows it.
 * Only what is new of it is heard.
 */
export function ToldLine({ told: { text, saved } }: { told: Told }) {
  return (
    <p className="told" role="status" aria-live="polite" aria-atomic="false">
      <span>{text}</span>
      <span className="vh">{text && saved ? ` ${saved}` : saved}</span>
    </p>
  )
}
