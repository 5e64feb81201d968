/** What is waited for, or an error that says what did not come within so many milliseconds. */
export async function within<Made>(
  milliseconds: number,
  what: string,
  awaited: Promise<Made>,
): Promise<Made> {
  let late: NodeJS.Timeout | undefined
  const never = new Promise<never>((_, reject) => {
    late = setTimeout(
      () => reject(new Error(`${what} did not come within ${milliseconds / 1000} s`)),
      milliseconds,
    )
  })
  try {
    return await Promise.race([awaited, never])
  } finally {
    clearTimeout(late)
  }
}
