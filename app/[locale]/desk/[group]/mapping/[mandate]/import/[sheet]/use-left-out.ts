import { type FormEvent, useState, useSyncExternalStore } from "react"

const never = () => () => {}

/**
 * The names of areas that are left out as the form stands, by what `chosen` says and by what is chosen on it
 * since. `scripted` is false in the page as it is sent: without script nothing follows a choice, so that no
 * box may be locked there.
 */
export function useLeftOut(names: readonly string[], chosen: Record<string, string> | undefined) {
  const [now, setNow] = useState<{ chosen: typeof chosen; areas: string[] } | null>(null)
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  // A form that came back shows what was chosen when it was sent.
  const areas = now?.chosen === chosen ? now?.areas : undefined
  const leftOut = new Set(names.filter((name, at) => (areas?.[at] ?? chosen?.[name] ?? "") === ""))
  const follow = ({ currentTarget }: FormEvent<HTMLFormElement>) =>
    setNow({ chosen, areas: new FormData(currentTarget).getAll("areas[]").map(String) })
  return { leftOut, scripted, follow }
}
