/**
 * `<ld-message sign="desk">`: one thing said plainly, with what to do about it.
 * @slot - further lines.
 * @slot actions - the keys to go on with, at the foot, within reach.
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { LanguageController } from "../../shared/ui/language.ts";
import { claused } from "../../shared/ui/phrased.ts";
import { base } from "../../shared/ui/styles.ts";
import { sign, type SignName } from "../signs.ts";

@customElement("ld-message")
export class MessageView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-rows: minmax(0, 1fr) auto;
        gap: var(--st-gap);
        min-height: 0;
      }
      .said {
        display: flex;
        flex-direction: column;
        justify-content: center;
        min-height: 0;
      }
      .sign {
        display: block;
        margin-left: -0.08em;
        font-size: calc(48 * var(--ld-mm));
        color: var(--ld-structure-text);
      }
      .detail {
        margin-top: calc(10 * var(--ld-mm));
        font-size: var(--st-heading);
        font-weight: var(--ld-bold);
        line-height: 1.35;
      }
      @media (orientation: landscape) {
        .said.with-sign {
          display: grid;
          grid-template-columns: auto 1fr;
          column-gap: calc(14 * var(--ld-mm));
          align-content: center;
          align-items: center;
        }
        .with-sign .sign {
          grid-row: 1 / 3;
        }
        .detail {
          margin-top: 0;
        }
      }
      .actions {
        display: grid;
        gap: var(--st-gap);
      }
    `,
  ];

  @property() sign: SignName | "" = "";
  @property() detail = "";
  private readonly language = new LanguageController(this);

  override render() {
    return html`
      <div class="said ${this.sign === "" ? "" : "with-sign"}" role="status">
        ${this.sign === "" ? nothing : sign(this.sign)}
        ${this.detail === "" ? nothing : html`<p class="detail">${claused(this.detail, this.language.current)}</p>`}
        <div><slot></slot></div>
      </div>
      <div class="actions"><slot name="actions"></slot></div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-message": MessageView;
  }
}
