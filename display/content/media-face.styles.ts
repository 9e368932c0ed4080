import { css } from "lit";

export const mediaFaceStyles = css`
  :host {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    display: flex;
    flex-direction: column;
    overflow: hidden;
    background: #0b1618;
    color: #f3f7f6;
  }
  .picture {
    flex: 1;
    position: relative;
    min-height: 0;
  }
  img,
  video {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  .caption {
    flex: none;
    padding: 0.15em var(--pad) 0.25em;
    font-size: var(--text);
    line-height: 1.25;
  }
  .caption .second {
    display: block;
  }
`;
