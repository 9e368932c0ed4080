/**
 * A key held down presses once. Where the focus is on a button, or in a form's field, the browser presses it again for
 * as long as Enter is down, and every answer in between would let the next press count.
 */
export function stopHeldKey(event: Pick<KeyboardEvent, "repeat" | "key" | "preventDefault">): void {
  if (event.repeat && event.key === "Enter") event.preventDefault();
}
