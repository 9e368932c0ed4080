/** One's own password as being changed. */
import { passwordWords, userWords } from "../shared/text/console.ts";
import type { FieldWords } from "./form-parts.ts";

export interface PasswordDraft {
  readonly old: string;
  readonly new: string;
  readonly again: string;
}

const shortestPassword = 8;

/** What is wrong with it; nothing where the hub may be asked. */
export function passwordErrors(draft: PasswordDraft): FieldWords<keyof PasswordDraft> {
  return {
    ...(draft.old === "" ? { old: passwordWords.oldNeeded } : {}),
    ...(draft.new.length < shortestPassword ? { new: userWords.passwordWrong } : {}),
    ...(draft.new === draft.again ? {} : { again: passwordWords.notSame }),
  };
}
