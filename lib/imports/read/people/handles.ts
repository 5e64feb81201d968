/** "@twanjiru" and nothing else. */
export function isHandle(text: string): boolean {
  return /^@[\p{L}\d_.-]{2,40}$/u.test(text)
}
