/** What a machine in public must not do, however it is touched: menus, dragging, selecting, zooming, scrolling. */
export function keepKiosk(page: Document): void {
  for (const type of ["contextmenu", "dragstart", "selectstart", "gesturestart", "wheel", "touchmove"]) {
    page.addEventListener(type, (event) => event.preventDefault(), { passive: false });
  }
  page.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && ["+", "-", "=", "0"].includes(event.key)) event.preventDefault();
  });
}
