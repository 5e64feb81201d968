/** What lies over the text of a phone, by its address. */
const sheets = ["#check", "#comments", "#outline"]

/**
 * On a phone a list is a sheet over the text, which closes for what is gone to: `at`, the address of
 * the place, is gone to first, since that moves the page, too.
 */
export function inSight(at: string, run: () => void): void {
  if (sheets.includes(window.location.hash)) {
    window.addEventListener("hashchange", () => requestAnimationFrame(run), { once: true })
    window.location.hash = at
  } else run()
}
