/** How a paired lobby screen is set until somebody sets it otherwise. */
export const screenDefaults = {
  layout: "calls-beside-content",
  area: null,
  group: null,
  orientation: "landscape",
  /** From the glass to the back row. */
  viewingMetres: 5,
  /** Diagonal of the glass. */
  sizeInches: 43,
  speaks: true,
  ownCallsOnly: false,
} as const;
