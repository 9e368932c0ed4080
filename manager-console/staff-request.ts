/** Asking the hub as the person who is signed in; when nobody is any more, the whole page must know. */
import { request, type ApiAnswer, type ApiOptions } from "../shared/ui/api.ts";

/** Bubbles up to the page: the hub no longer knows this browser's sign-in. */
export class SessionEndedEvent extends Event {
  static readonly type = "session-ended";

  constructor() {
    super(SessionEndedEvent.type, { bubbles: true, composed: true });
  }
}

/** What to ask for. `path` begins with `/api/`. */
export interface Asked extends ApiOptions {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
}

/** As `request`, for an element of the page. */
export async function staffRequest<T>(
  element: EventTarget,
  { method = "GET", path, ...options }: Asked,
): Promise<ApiAnswer<T>> {
  const answer = await request<T>(method, path, options);
  if (!answer.ok && answer.problem.code === "not-signed-in") element.dispatchEvent(new SessionEndedEvent());
  return answer;
}
