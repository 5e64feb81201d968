/** The page that an address asks for, counted from 1; the first where it asks for none. */
export const pageIn = (asked: string | undefined): number =>
  /^[1-9]\d{0,5}$/.test(asked ?? "") ? Number(asked) : 1
