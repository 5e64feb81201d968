const shared = globalThis as { rapporteurNow?: () => Date }

/** The present instant. Tests may move it. */
export function now(): Date {
  return shared.rapporteurNow?.() ?? new Date()
}

/** Moves the clock for a test; `undefined` gives it back to the machine. */
export function setClock(clock: (() => Date) | undefined): void {
  shared.rapporteurNow = clock
}

export const minutesFromNow = (minutes: number): Date =>
  new Date(now().getTime() + minutes * 60_000)
export const daysFromNow = (days: number): Date => minutesFromNow(days * 24 * 60)
