/** What a page holds that nobody has let go of, once the rubbish is gone. */
import type { CDPSession, Page } from "playwright-core";

export interface Held {
  /** Nodes and listeners, those in no tree among them. */
  readonly nodes: number;
  readonly listeners: number;
  readonly heapBytes: number;
  readonly videos: number;
  readonly images: number;
  /** Addresses of files that were made and not let go of. */
  readonly addresses: number;
  /** Rows of the browser's database, by table. */
  readonly kept: Readonly<Record<string, number>>;
}

/** Has a page count the addresses that it makes; to be called before it is loaded. */
export async function countAddresses(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const addresses = new Set<string>();
    Object.assign(window, { addresses });
    const { createObjectURL: make, revokeObjectURL: letGo } = URL;
    URL.createObjectURL = (source) => {
      const address = make.call(URL, source);
      addresses.add(address);
      return address;
    };
    URL.revokeObjectURL = (address) => {
      addresses.delete(address);
      letGo.call(URL, address);
    };
  });
}

/** @param database the name of the one that is looked into. */
export async function heldBy(page: Page, database: string): Promise<Held> {
  const cdp = await page.context().newCDPSession(page);
  // What a first round sets free holds more that a second one finds.
  for (let round = 0; round < 3; round += 1) await cdp.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners: listeners } = await cdp.send("Memory.getDOMCounters");
  const { usedSize: heapBytes } = await cdp.send("Runtime.getHeapUsage");
  const [videos, images] = [await living(cdp, "HTMLVideoElement"), await living(cdp, "HTMLImageElement")];
  await cdp.detach();
  const addresses = await page.evaluate(() => (window as unknown as { addresses: Set<string> }).addresses.size);
  return { nodes, listeners, heapBytes, videos, images, addresses, kept: await rows(page, database) };
}

/** How many of a kind there are, in the page's trees or not. */
async function living(cdp: CDPSession, kind: string): Promise<number> {
  const { result: prototype } = await cdp.send("Runtime.evaluate", { expression: `${kind}.prototype` });
  const { objects } = await cdp.send("Runtime.queryObjects", { prototypeObjectId: prototype.objectId ?? "" });
  const { result: count } = await cdp.send("Runtime.callFunctionOn", {
    objectId: objects.objectId ?? "",
    functionDeclaration: "function () { return this.length; }",
    returnByValue: true,
  });
  for (const { objectId } of [prototype, objects])
    if (objectId !== undefined) await cdp.send("Runtime.releaseObject", { objectId });
  return Number(count.value);
}

async function rows(page: Page, name: string): Promise<Record<string, number>> {
  return page.evaluate(async (wanted) => {
    const ended = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(`the database ${wanted} cannot be read`));
      });
    const database = await ended(indexedDB.open(wanted));
    const counted: Record<string, number> = {};
    for (const table of database.objectStoreNames)
      counted[table] = await ended(database.transaction(table).objectStore(table).count());
    database.close();
    return counted;
  }, name);
}
