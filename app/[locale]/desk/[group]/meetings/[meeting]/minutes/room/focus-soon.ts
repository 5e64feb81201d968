/** Frames for which to wait; about a second. */
const PATIENCE = 60

/** Focuses an element as soon as it is drawn, unless it does not come. */
export function focusSoon(id: string, frames = PATIENCE): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(id)
    if (element) element.focus()
    else if (frames > 0) focusSoon(id, frames - 1)
  })
}

/** Focuses an element when a drawing has taken the focus from it, and nobody has taken it elsewhere. */
export function refocus(id: string): void {
  if (document.activeElement === document.body) focusSoon(id)
}
