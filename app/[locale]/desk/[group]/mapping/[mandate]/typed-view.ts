import { readView, type View, viewQuery } from "@/lib/mapping/filters"

/**
 * What a form of filters asks for, by the names of its fields; null where that is what is shown. The row that is
 * open is none of the form's.
 */
export function typedView(get: (name: string) => string | null, shown: View): View | null {
  const typed = { ...readView(get), row: null }
  return viewQuery(typed) === viewQuery({ ...shown, row: null }) ? null : typed
}
