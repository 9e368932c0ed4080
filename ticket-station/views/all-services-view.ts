/** `<ld-all-services>`: every service, category by category, page by page; nothing scrolls. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { stationWords } from "../../shared/text/station.ts";
import { pick, say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base } from "../../shared/ui/styles.ts";
import type { HallNow, HallServiceNow } from "../../shared/wire/hall.ts";
import { DoneEvent, ServiceChosenEvent } from "../events.ts";
import type { Grid } from "../layout.ts";
import { press } from "../press.ts";
import { pageOf } from "../service-order.ts";
import { actions, tiles } from "../station-styles.ts";
import { serviceTile } from "./service-tile.ts";

@customElement("ld-all-services")
export class AllServicesView extends LitElement {
  static override styles = [
    base,
    tiles,
    actions,
    css`
      :host {
        display: grid;
        grid-template-rows: minmax(0, 1fr) auto;
        gap: var(--st-gap);
        min-height: 0;
      }
      /* A long word on waiting takes the category's line: the service's own name tells enough. */
      .tile[data-tight] .category {
        display: none;
      }
      nav {
        display: grid;
        grid-template-columns: 1fr 1fr 1fr;
        gap: var(--st-gap);
        align-items: center;
      }
      .page {
        grid-column: 1 / -1;
        font-size: var(--st-text);
        font-weight: var(--ld-bold);
        line-height: 1.2;
        text-align: center;
      }
      @media (orientation: landscape) {
        /* Three rows of four lines each: what is said of the wait must not stand on the edge. */
        .tile {
          padding-top: calc(2 * var(--ld-mm));
          padding-bottom: calc(2 * var(--ld-mm));
        }
        .tile .facts {
          margin-top: calc(1 * var(--ld-mm));
        }
        nav {
          grid-template-columns: 1fr auto 1fr 1fr;
        }
        nav .action {
          min-height: calc(28 * var(--ld-mm));
        }
        .page {
          grid-column: auto;
          grid-row: 1;
          grid-column-start: 2;
        }
      }
    `,
  ];

  /** The hall's instant. */
  @property() now = "";
  @property({ attribute: false }) services: readonly HallServiceNow[] = [];
  @property({ attribute: false }) categories: HallNow["categories"] = [];
  @property({ attribute: false }) grid: Grid = { columns: 2, rows: 6 };

  @state() private page = 0;
  private readonly language = new LanguageController(this);

  override updated(): void {
    this.style.setProperty("--columns", String(this.grid.columns));
    this.style.setProperty("--rows", String(this.grid.rows));
    for (const tile of this.renderRoot.querySelectorAll(".tile")) {
      tile.removeAttribute("data-tight");
      tile.toggleAttribute("data-tight", tile.scrollHeight > tile.clientHeight);
    }
  }

  override render() {
    const language = this.language.current;
    const { items, page, pages } = pageOf(this.services, this.page, this.grid.columns * this.grid.rows);
    const nameOf = (id: string) => this.categories.find((category) => category.id === id)?.name;
    return html`
      <div class="grid">
        ${items.map((service) => {
          const category = nameOf(service.category);
          return serviceTile(service, {
            now: this.now,
            language,
            category: category && pick(category, language),
            chosen: (id) => this.dispatchEvent(new ServiceChosenEvent(id)),
          });
        })}
      </div>
      <nav>
        ${pages > 1 ? html`<p class="page" role="status">${say(stationWords.pageOf, language, { page: page + 1, pages })}</p>` : nothing}
        <button class="action" type="button" data-place="back" ${press(() => this.dispatchEvent(new DoneEvent()))}>
          ${say(stationWords.back, language)}
        </button>
        ${
          pages > 1
            ? html`
                <button
                  class="action main"
                  type="button"
                  data-page="previous"
                  ?disabled=${page === 0}
                  ${press(() => this.turn(page - 1))}
                >
                  ${say(stationWords.previousPage, language)}
                </button>
                <button
                  class="action main"
                  type="button"
                  data-page="next"
                  ?disabled=${page === pages - 1}
                  ${press(() => this.turn(page + 1))}
                >
                  ${say(stationWords.nextPage, language)}
                </button>
              `
            : nothing
        }
      </nav>
    `;
  }

  private turn(page: number): void {
    this.page = page;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-all-services": AllServicesView;
  }
}
