/** What the item that ends an agenda is called, in the languages of the portal. */
const closing =
  /^((any )?other (business|matters)|a\.?o\.?b\.?|closing( remarks)?|next (meeting|call|steps)|divers|questions diverses|autres (questions|points)|clôture|prochaine réunion)\b/i

/**
 * The place in the reading order before the closing item, so that what is added late is still talked
 * about: before the last item of the first level when its title says that it closes, else the end.
 */
export function beforeClosing(items: readonly { depth: number; title: string }[]): number {
  const last = items.findLastIndex(({ depth }) => depth === 0)
  return last >= 0 && closing.test(items[last]?.title.trim() ?? "") ? last : items.length
}
