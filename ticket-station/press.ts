/**
 * `${press(handler)}` on a button: acts when the finger leaves it, however the finger slid meanwhile, and ignores
 * repeats for a second. The second counts for the whole page: the end of a double tap must not press
 * what has come to stand in the same place. While the finger is down the button bears `data-pressed`: the browser's own
 * `:active` comes late on glass, and goes to whatever stands there next.
 */
import { noChange } from "lit";
import { AsyncDirective } from "lit/async-directive.js";
import { directive, PartType, type ElementPart, type PartInfo } from "lit/directive.js";

const quietMillis = 1_000;
/** A trembling finger may leave a target by so many pixels and still mean it. */
const slackPixels = 24;

/** On a number pad the same digit may be meant twice: only what a trembling finger does is ignored. */
const typingMillis = 150;

/** `at-once`: a key of a pad, pressed time and again. */
export type Pace = "once" | "at-once";

let lastPress = Number.NEGATIVE_INFINITY;
let quietUntil = Number.NEGATIVE_INFINITY;

/** Whether a press now is a new one; if so, a while belongs to it: the next second, or on a pad a moment. */
function isNewPress(now: number, pace: Pace): boolean {
  const isTooSoon = pace === "once" ? now < quietUntil : now - lastPress < typingMillis || now < quietUntil;
  if (isTooSoon) return false;
  lastPress = now;
  if (pace === "once") quietUntil = now + quietMillis;
  return true;
}

class PressDirective extends AsyncDirective {
  private target: HTMLElement | null = null;
  private handler: () => void = () => undefined;
  private pace: Pace = "once";
  private pointer: number | null = null;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error("press belongs on an element: <button ${press(…)}>");
  }

  override render(_handler: () => void, _pace?: Pace): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [handler, pace]: [() => void, Pace?]): typeof noChange {
    this.handler = handler;
    this.pace = pace ?? "once";
    // The directive is written on buttons only.
    const element = part.element as HTMLElement;
    if (this.target !== element) {
      this.detach();
      this.target = element;
      this.attach();
    }
    return noChange;
  }

  override disconnected(): void {
    this.detach();
  }

  override reconnected(): void {
    this.attach();
  }

  private attach(): void {
    this.target?.addEventListener("pointerdown", this.down);
    this.target?.addEventListener("pointerup", this.up);
    this.target?.addEventListener("pointercancel", this.cancelled);
    this.target?.addEventListener("click", this.clicked);
  }

  private detach(): void {
    this.target?.removeEventListener("pointerdown", this.down);
    this.target?.removeEventListener("pointerup", this.up);
    this.target?.removeEventListener("pointercancel", this.cancelled);
    this.target?.removeEventListener("click", this.clicked);
    this.lift();
  }

  private readonly down = (event: PointerEvent) => {
    if (!event.isPrimary || event.button !== 0) return;
    this.pointer = event.pointerId;
    this.target?.setPointerCapture(event.pointerId);
    this.target?.setAttribute("data-pressed", "");
  };

  private readonly up = (event: PointerEvent) => {
    if (event.pointerId !== this.pointer || !this.target) return;
    this.lift();
    const { left, right, top, bottom } = this.target.getBoundingClientRect();
    const isOn =
      event.clientX >= left - slackPixels &&
      event.clientX <= right + slackPixels &&
      event.clientY >= top - slackPixels &&
      event.clientY <= bottom + slackPixels;
    if (isOn) this.act();
  };

  private readonly cancelled = () => this.lift();

  /** A click without a pointer comes from a switch, a keyboard or assistive software; the others were acted on already. */
  private readonly clicked = (event: MouseEvent) => {
    if (event.detail === 0) this.act();
  };

  private lift(): void {
    this.pointer = null;
    this.target?.removeAttribute("data-pressed");
  }

  private act(): void {
    if (isNewPress(performance.now(), this.pace)) this.handler();
  }
}

export const press = directive(PressDirective);
