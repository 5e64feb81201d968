import { Refusal } from "@/lib/platform/errors"

/**
 * Runs checks one after the other and resolves to what they give. What they refuse at fields is
 * gathered, so that a form says everything that is wrong with it at once; any other refusal, and any
 * error, ends it where it happens.
 */
export async function allOf<const Given extends readonly unknown[]>(
  checks: {
    [Place in keyof Given]: () => Promise<Given[Place]> | Given[Place]
  },
): Promise<Given> {
  const given: unknown[] = []
  const refused: Refusal[] = []
  for (const check of checks) {
    try {
      given.push(await check())
    } catch (error) {
      if (!(error instanceof Refusal) || error.key !== "fields") throw error
      refused.push(error)
    }
  }
  const [first, ...others] = refused
  if (!first) return given as unknown as Given
  if (others.length === 0) throw first
  throw new Refusal(
    first.code,
    "fields",
    Object.assign({}, ...refused.map(({ values }) => values)),
    Object.assign({}, ...refused.map(({ fields }) => fields)),
    Object.assign({}, ...refused.map(({ data }) => data)),
  )
}
