/** Why something did not happen, to a resident: the hub's own sentence, which is in the page's language and knows when next. */
import type { Language } from "../shared/domain/vocabulary.ts";
import { ticketActionWords } from "../shared/text/phone.ts";
import { refusalDetail } from "../shared/text/refusals.ts";
import { say } from "../shared/text/text.ts";
import type { ApiProblem } from "../shared/ui/api.ts";

export function refusalToResident({ code, detail }: ApiProblem, language: Language): string {
  if (code === "hub-away") return say(ticketActionWords.notReached, language);
  return detail === "" ? refusalDetail(code, language, { audience: "resident", now: "" }) : detail;
}
