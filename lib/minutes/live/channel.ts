/** The channel on which servers hear that a shared document went on: `<meeting>:<newest number>`. */
export const liveChannel = "minutes_live"

/** The name under which a meeting's minutes are opened, and back. */
const prefix = "minutes/"
export const documentName = (meetingId: string) => `${prefix}${meetingId}`
export const meetingOf = (name: string) =>
  name.startsWith(prefix) ? name.slice(prefix.length) : ""
