/** Why something did not happen, to staff: the hub's own sentence, which is in the page's language. */
import type { Language } from "../shared/domain/vocabulary.ts";
import { consoleWords } from "../shared/text/console.ts";
import { refusalDetail } from "../shared/text/refusals.ts";
import { say } from "../shared/text/text.ts";
import type { ApiProblem } from "../shared/ui/api.ts";

export function refusalToStaff({ code, detail }: ApiProblem, language: Language): string {
  if (code === "hub-away") return say(consoleWords.awayCommand, language);
  return detail === "" ? refusalDetail(code, language, { audience: "staff", now: "" }) : detail;
}
