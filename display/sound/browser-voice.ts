/** The browser's own voice, where it has one. A machine without voices stays silent and says so by `speaks`. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { findVoice } from "../../shared/ui/voices.ts";

/** A little slower than conversation. */
const rate = 0.9;
/** A voice that has not ended after this is stuck: some engines forget to say that they are done. */
const longestMillis = 20_000;
/** Of long sentences, for each sign; no voice is so slow. */
const signMillis = 500;

/** Dispatches `change` when the browser begins or ceases to block the voice. */
export class BrowserVoice extends EventTarget {
  /** From 0 to 1. */
  volume = 1;
  /** 1 is the usual pace. */
  pace = 1;
  private readonly synthesis: SpeechSynthesis | null = "speechSynthesis" in window ? window.speechSynthesis : null;
  private voices: readonly SpeechSynthesisVoice[] = [];
  private isRefused = false;
  /** Browsers drop an utterance nobody holds, and its end with it. */
  private readonly held = new Set<SpeechSynthesisUtterance>();

  private readonly listVoices = () => {
    this.voices = this.synthesis?.getVoices() ?? [];
  };

  constructor() {
    super();
    this.listVoices();
    this.synthesis?.addEventListener("voiceschanged", this.listVoices);
  }

  get isBlocked(): boolean {
    return this.isRefused;
  }

  /** To be called within a touch or a key press. */
  unlock(): void {
    if (this.isRefused) this.setRefused(false);
  }

  /** Falls silent at once; this voice is over. */
  close(): void {
    this.synthesis?.removeEventListener("voiceschanged", this.listVoices);
    this.hush();
  }

  /** Ends what is being said, and says nothing of what was still to be. */
  hush(): void {
    // Some engines lose what is said right after they were told to stop, though there was nothing to.
    if (this.synthesis?.speaking === true || this.synthesis?.pending === true) this.synthesis.cancel();
  }

  speaks(language: Language): boolean {
    return findVoice(this.voices, language) !== null;
  }

  /** Says a sentence to its end. Answers whether it was heard. */
  speak(sentence: string, language: Language, begun: () => void): Promise<boolean> {
    const { synthesis } = this;
    const voice = findVoice(this.voices, language);
    if (!synthesis || !voice) return Promise.resolve(false);
    return new Promise((resolve) => {
      const utterance = new SpeechSynthesisUtterance(sentence);
      this.held.add(utterance);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = rate * this.pace;
      utterance.volume = this.volume;
      const end = (wasHeard: boolean) => {
        clearTimeout(stuck);
        this.held.delete(utterance);
        resolve(wasHeard);
      };
      const stuck = setTimeout(
        () => {
          synthesis.cancel();
          end(false);
        },
        Math.max(longestMillis, sentence.length * signMillis),
      );
      utterance.onstart = () => begun();
      utterance.onend = () => end(true);
      utterance.onerror = ({ error }) => {
        if (error === "not-allowed") this.setRefused(true);
        end(false);
      };
      synthesis.speak(utterance);
    });
  }

  private setRefused(isRefused: boolean): void {
    if (this.isRefused === isRefused) return;
    this.isRefused = isRefused;
    this.dispatchEvent(new Event("change"));
  }
}
