/** Pages for browsers of one age, built together so that they share their code. */
export interface PageGroup {
  name: string;
  /** Folders, relative to the project, that hold an `index.html`; the built page keeps the same folder. */
  folders: readonly string[];
  /** The oldest browsers of the group; script and style syntax is lowered to what they read. */
  browsers: readonly string[];
}

/** Two groups, so that the boxes on a hall's walls need not pay for what only residents' older phones lack. */
export const pageGroups: readonly PageGroup[] = [
  {
    name: "hall",
    folders: [
      "shared/ui/home",
      "display",
      "display/counter",
      "display/preview",
      "ticket-station",
      "counter-panel",
      "manager-console",
    ],
    browsers: ["chrome87"],
  },
  {
    name: "phone",
    folders: ["phone"],
    browsers: ["chrome80", "safari13"],
  },
];
