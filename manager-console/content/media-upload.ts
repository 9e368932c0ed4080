/**
 * Sends a file to the hub and tells how far it is: over XMLHttpRequest, because `fetch` does not say what has left.
 */
import { languageTags } from "../../shared/text/text.ts";
import { readProblem, type ApiAnswer, type ApiProblem } from "../../shared/ui/api.ts";
import { currentLanguage } from "../../shared/ui/language.ts";
import type { Media } from "../../shared/wire/lobby.ts";

/** A refusal of a file: what it is, and the command that would make it playable. */
export interface UploadProblem extends ApiProblem {
  readonly found?: string;
  readonly recipe?: string;
}

export interface Upload {
  /** Null where it was stopped. */
  readonly answer: Promise<(ApiAnswer<Media> & { readonly problem?: UploadProblem }) | null>;
  stop(): void;
}

const away: ApiProblem = { code: "hub-away", title: "", detail: "", status: 0 };

/** @param told how much of it has left, from 0 to 1. */
export function upload(file: File, told: (part: number) => void): Upload {
  const request = new XMLHttpRequest();
  const form = new FormData();
  form.append("file", file, file.name);
  const answer = new Promise<Awaited<Upload["answer"]>>((resolve) => {
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) told(loaded / total);
    };
    request.onabort = () => resolve(null);
    request.onerror = () => resolve({ ok: false, status: 0, problem: away });
    request.onload = () => resolve(read(request));
    request.open("POST", "/api/media");
    request.setRequestHeader("Accept-Language", languageTags[currentLanguage()]);
    request.send(form);
  });
  return { answer, stop: () => request.abort() };
}

function read({ status, responseText }: XMLHttpRequest): ApiAnswer<Media> & { problem?: UploadProblem } {
  if (status >= 200 && status < 300) {
    // The wire's promise for this address.
    return { ok: true, status, value: JSON.parse(responseText) as Media };
  }
  const problem = readProblem({ status, headers: new Headers() }, responseText);
  return { ok: false, status, problem: { ...problem, ...wordsIn(responseText) } };
}

/** What was found, and the command that helps, as the hub names them beside its sentence. */
function wordsIn(text: string): Pick<UploadProblem, "found" | "recipe"> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return {};
    return {
      ...("found" in value && typeof value.found === "string" && { found: value.found }),
      ...("recipe" in value && typeof value.recipe === "string" && value.recipe !== "" && { recipe: value.recipe }),
    };
  } catch {
    return {};
  }
}
