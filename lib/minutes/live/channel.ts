/** The channel on which servers hear that a shared document went on: `<meeting>:<newest number>`. */
export const liveChannel = "minutes_live"
