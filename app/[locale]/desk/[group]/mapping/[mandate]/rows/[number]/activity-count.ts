/** How many activities the fields of a form hold. */
export function activityCount(values: Readonly<Record<string, string>>): number {
  const places = Object.keys(values).flatMap((name) => {
    const place = /^activities\.(\d+)\.title$/.exec(name)?.[1]
    return place === undefined ? [] : [Number(place) + 1]
  })
  return Math.max(0, ...places)
}
