/**
 * What is being written, as the hub would send it to screens: asked for a moment after the last key, so that the preview
 * shows what a screen gets and nothing else. While the hub is away the last answer stands.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { ScreenItem } from "../../shared/wire/lobby.ts";
import { staffRequest } from "../staff-request.ts";
import { previewBodyOf, type ItemDraft } from "./item-draft.ts";

const restMillis = 350;

export class HubPreview implements ReactiveController {
  private asked = "";
  private timer: ReturnType<typeof setTimeout> | undefined;
  private current: ScreenItem | null = null;

  constructor(private readonly host: ReactiveControllerHost & EventTarget) {
    host.addController(this);
  }

  /** Null until it is known, and where a screen would have nothing to show. */
  get item(): ScreenItem | null {
    return this.current;
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.asked = "";
  }

  /** Asks anew if it has changed. */
  follow(draft: ItemDraft): void {
    const body = previewBodyOf(draft);
    const words = JSON.stringify(body);
    if (words === this.asked) return;
    const isFirst = this.asked === "";
    this.asked = words;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(body, words), isFirst ? 0 : restMillis);
  }

  private async ask(body: ReturnType<typeof previewBodyOf>, words: string): Promise<void> {
    const answer = await staffRequest<{ item: ScreenItem | null }>(this.host, {
      method: "POST",
      path: "/api/items/preview",
      body,
    });
    if (words !== this.asked || !answer.ok) return;
    this.current = answer.value.item;
    this.host.requestUpdate();
  }
}
