/**
 * The page itself, kept on the screen: over HTTPS or localhost a worker keeps all its parts, so that it also starts while
 * the hub is off. Over plain HTTP browsers have no such worker: the page lives as long as nobody closes it, and looks itself
 * whether the hub has a newer one.
 */

const script = "/display/service-worker.js";
const scope = "/display/";
/** A page that is on its way when a call comes would miss it: how long a new one may take to be there. */
const updateMillis = 20_000;

function workers(): ServiceWorkerContainer | null {
  return window.isSecureContext && "serviceWorker" in navigator ? navigator.serviceWorker : null;
}

/** Has the page kept. Where it cannot be kept nothing else changes. */
export function keepShell(): void {
  workers()
    ?.register(script, { scope })
    .catch(() => undefined);
}

/** Looks for a newer page and takes it; answers whether the page can be loaded anew, from here or from the hub. */
export async function freshShell(): Promise<boolean> {
  const registration = await workers()
    ?.getRegistration(scope)
    .catch(() => undefined);
  if (registration) await updated(registration);
  try {
    const answer = await fetch(scope, { cache: "no-store" });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Hears that a newer page has been kept: whoever loads now gets it. Not of the first one ever. */
export function onNewShell(heard: () => void): () => void {
  const container = workers();
  if (!container?.controller) return () => undefined;
  container.addEventListener("controllerchange", heard);
  return () => container.removeEventListener("controllerchange", heard);
}

/** Looks whether the hub has another page. @param found it has, and no worker here will keep it and tell. */
export async function lookForShell(found: () => void): Promise<void> {
  const container = workers();
  if (!container?.controller) {
    if (await hasHubAnother()) found();
    return;
  }
  const registration = await container.getRegistration(scope).catch(() => undefined);
  await registration?.update().catch(() => undefined);
}

/** The name of a page's script changes with whatever is in the page. */
async function hasHubAnother(): Promise<boolean> {
  const own = document.querySelector("script[type=module][src]")?.getAttribute("src");
  if (own == null) return false;
  try {
    const answer = await fetch(scope, { cache: "no-store" });
    return answer.ok && !(await answer.text()).includes(own);
  } catch {
    return false;
  }
}

async function updated(registration: ServiceWorkerRegistration): Promise<void> {
  try {
    await registration.update();
  } catch {
    return;
  }
  const coming = registration.installing ?? registration.waiting;
  if (!coming) return;
  await new Promise<void>((resolve) => {
    const late = setTimeout(resolve, updateMillis);
    coming.addEventListener("statechange", () => {
      if (coming.state !== "activated" && coming.state !== "redundant") return;
      clearTimeout(late);
      resolve();
    });
  });
}
