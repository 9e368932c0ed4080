/** Where faces get their files from: kept on the screen, checked, whole. */
import type { ScreenFile } from "../../shared/wire/lobby.ts";

export interface OpenFile {
  /** An address of this page's own, good until it is released. */
  readonly url: string;
  release(): void;
}

export interface FileSource {
  /** Fails where the file is not here. */
  open(file: ScreenFile): Promise<OpenFile>;
}
