/** The press that adds everybody who hosted or spoke and is not in the list. */
export const ADD_ALL = "all:missing"
