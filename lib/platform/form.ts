/** A form as plain data: `agenda.0.title` becomes nested, a name that stands several times a list. */
export type FormValue = string | File | FormValue[] | { [key: string]: FormValue }

const forbidden = new Set(["__proto__", "prototype", "constructor"])
const maxDepth = 6

/**
 * Turns a submitted form into data for a zod schema. Names with dots are paths, numbers in
 * them are places in a list; `name[]` is always a list. Framework fields (`$…`) are left out.
 */
export function formToData(form: FormData): Record<string, FormValue> {
  const root: Record<string, FormValue> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$")) continue
    const list = name.endsWith("[]")
    const path = (list ? name.slice(0, -2) : name).split(".")
    if (path.length > maxDepth || path.some((step) => forbidden.has(step) || step === "")) continue
    const values = form.getAll(name)
    place(root, path, list || values.length > 1 ? values : (values[0] ?? ""))
  }
  return compact(root) as Record<string, FormValue>
}

function place(root: Record<string, FormValue>, path: string[], value: FormValue): void {
  let here = root
  for (const step of path.slice(0, -1)) {
    const next = here[step]
    if (typeof next === "object" && !Array.isArray(next) && !(next instanceof File)) here = next
    else {
      const made: Record<string, FormValue> = {}
      here[step] = made
      here = made
    }
  }
  here[path.at(-1) ?? ""] = value
}

/** Objects whose keys are all numbers become lists, in the order of their numbers. */
function compact(value: FormValue): FormValue {
  if (typeof value === "string" || value instanceof File) return value
  if (Array.isArray(value)) return value.map(compact)
  const entries = Object.entries(value)
  if (entries.length > 0 && entries.every(([key]) => /^\d{1,4}$/.test(key))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, each]) => compact(each))
  }
  return Object.fromEntries(entries.map(([key, each]) => [key, compact(each)]))
}
