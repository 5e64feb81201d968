/** What is of one save together, in the order in which the first of each comes; what is of none stands alone. */
export function bySave<Each extends { id: string; save?: string }>(all: readonly Each[]): Each[][] {
  const groups = new Map<string, Each[]>()
  for (const each of all) {
    const name = each.save ?? each.id
    const group = groups.get(name)
    if (group) group.push(each)
    else groups.set(name, [each])
  }
  return [...groups.values()]
}
