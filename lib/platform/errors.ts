/** Why a change was refused. The code says which kind, for the status of an answer. */
export type RefusalCode =
  | "sign_in"
  | "forbidden"
  | "not_found"
  | "invalid"
  | "conflict"
  | "too_many"

const statuses: Record<RefusalCode, number> = {
  sign_in: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 422,
  conflict: 409,
  too_many: 429,
}

/**
 * An expected no. `key` names a sentence under `errors` in the catalogue, `values` fill it,
 * `fields` ties sentences to the fields of a form, `data` is for the screen that shows it.
 */
export class Refusal extends Error {
  override name = "Refusal"
  constructor(
    readonly code: RefusalCode,
    readonly key: string,
    readonly values: Record<string, string | number> = {},
    readonly fields: Record<string, string> = {},
    readonly data?: unknown,
  ) {
    super(`${code}: ${key}`)
  }
  get status(): number {
    return statuses[this.code]
  }
}

export const notFound = () => new Refusal("not_found", "notFound")

/** The name of the constraint that refused a write, or null when the error is of another kind. */
export function violatedConstraint(error: unknown): string | null {
  for (const each of withCauses(error))
    if ("constraint_name" in each && typeof each.constraint_name === "string")
      return each.constraint_name
  return null
}

/** Whether the database ended a change because it and another one waited for each other (40P01). */
export const isDeadlock = (error: unknown) =>
  withCauses(error).some((each) => "code" in each && each.code === "40P01")

/** An error and what it came of, as far as four: drizzle wraps what the driver says. */
function withCauses(error: unknown): object[] {
  const all: object[] = []
  let current = error
  while (all.length < 4 && current && typeof current === "object") {
    all.push(current)
    current = "cause" in current ? current.cause : null
  }
  return all
}
