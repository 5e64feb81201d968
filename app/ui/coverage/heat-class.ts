/** The last step of the ramp stands for itself and for all that is more. */
const mostSteps = 5

/** The colour of a count in a heat map: `h0` … `h5`. */
export const heatClass = (count: number): string => `h${Math.min(count, mostSteps)}`
