/** Hands a text to the browser as a file to keep, by default as JSON. */
export function saveFile(name: string, text: string, type = "application/json"): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by the time the page is next idle.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
