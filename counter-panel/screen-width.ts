/** Wide screens get larger type and not more emptiness: the page is drawn for 1366 pixels and grows with the glass. */
const drawnFor = 1366;
const unitPixels = 16;
const mostPixels = 24;

/** Keeps `--ld-unit`, of which every size is a multiple, in step with the window. */
export function followScreenWidth(): void {
  const fit = (): void => {
    const unit = Math.min(mostPixels, Math.max(unitPixels, Math.floor((unitPixels * window.innerWidth) / drawnFor)));
    document.documentElement.style.setProperty("--ld-unit", `${String(unit)}px`);
  };
  window.addEventListener("resize", fit);
  fit();
}
