/** The part of the glass that content has, in pixels, and how large its words must be. */
export interface Room extends Fonts {
  readonly width: number;
  readonly height: number;
}

export interface Fonts {
  readonly pad: number;
  /** Font sizes of reading text and of headings. */
  readonly text: number;
  readonly heading: number;
}

export function px(value: number): string {
  return `${value.toFixed(2)}px`;
}
