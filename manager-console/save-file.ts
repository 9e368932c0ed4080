/** Hands a text to the browser as a JSON file to keep. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by the time the page is next idle.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
