/** What a refusal says to staff: the hub's own sentence, or ours where the hub was not heard. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { say } from "../../shared/text/text.ts";
import type { ApiProblem } from "../../shared/ui/api.ts";

export function troubleText(problem: ApiProblem, language: Language): string {
  if (problem.code === "hub-away") return say(panelWords.notHeard, language);
  return problem.detail === "" ? problem.title : problem.detail;
}
