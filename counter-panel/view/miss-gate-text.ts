/** What is still wanting before somebody may be called missed: 再叫2次·35秒; null once nothing is. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { say } from "../../shared/text/text.ts";
import { isOpenGate, type MissGate } from "../data/steps.ts";

export function missGateText(gate: MissGate, language: Language): string | null {
  if (isOpenGate(gate)) return null;
  const calls = gate.calls > 0 ? say(panelWords.callsWanting, language, { calls: gate.calls }) : null;
  const seconds = gate.seconds > 0 ? say(panelWords.secondsWanting, language, { seconds: gate.seconds }) : null;
  return [calls, seconds].filter((part) => part !== null).join(" · ");
}
