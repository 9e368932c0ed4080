/** How long what a person says of himself may be, in signs: one truth for what the hub takes and what a page lets be typed. */
export const personLengths = {
  name: { fewest: 1, most: 60 },
  phone: { fewest: 3, most: 30 },
  idNumber: { fewest: 4, most: 40 },
} as const;
