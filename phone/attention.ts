/** Makes a call felt and heard: the phone shakes where it may, and sounds once its owner has allowed it by a touch. */
import type { Ticket } from "../shared/wire/ticket.ts";

const shake = [400, 200, 400, 200, 700];
/** Two falling tones, as in the hall. */
const tones = [
  { hertz: 784, from: 0 },
  { hertz: 587, from: 0.35 },
] as const;
const toneSeconds = 0.9;

/** Whether a ticket, as it is now, calls its holder anew compared with how it was last known. */
export function isNewCall(ticket: Ticket, before: Ticket | null, isAutoStart: boolean): boolean {
  if (ticket.state !== "called" && !(isAutoStart && ticket.state === "serving")) return false;
  if (!before) return true;
  return before.state !== ticket.state || before.calls !== ticket.calls || before.counter !== ticket.counter;
}

interface OlderWindow {
  /** Safari before 14.1. */
  readonly webkitAudioContext?: typeof AudioContext;
}

export class Attention {
  private audio: AudioContext | null = null;

  get isSounding(): boolean {
    return this.audio !== null;
  }

  /** Call it from a touch, else the browser keeps the sound shut. Answers whether there is sound now. */
  allowSound(): boolean {
    if (this.audio) return true;
    // Older names of the browser's own are not in the types.
    const Context =
      typeof AudioContext === "undefined" ? (window as unknown as OlderWindow).webkitAudioContext : AudioContext;
    if (!Context) return false;
    this.audio = new Context();
    void this.audio.resume();
    this.chime(1);
    return true;
  }

  /** Shakes and sounds for a call. */
  call(): void {
    // Absent on iPhones, whatever the types say; refused without a touch, which is no harm.
    const { vibrate } = navigator as { vibrate?: Navigator["vibrate"] };
    vibrate?.call(navigator, shake);
    this.chime(3);
  }

  private chime(times: number): void {
    const { audio } = this;
    if (!audio) return;
    void audio.resume();
    for (let round = 0; round < times; round += 1) {
      for (const { hertz, from } of tones) playTone(audio, hertz, audio.currentTime + from + round * 1.6);
    }
  }
}

function playTone(audio: AudioContext, hertz: number, at: number): void {
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.frequency.value = hertz;
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(0.5, at + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + toneSeconds);
  oscillator.connect(volume);
  volume.connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + toneSeconds);
}
