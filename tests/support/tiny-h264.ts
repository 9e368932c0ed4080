/** H.264 of the plainest kind: every picture whole, every block as bare samples, one colour to a picture. */

const BLOCK = 16;

class Bits {
  #text = "";

  u(value: number, length: number): this {
    this.#text += value.toString(2).padStart(length, "0");
    return this;
  }

  /** Exponential Golomb, as nearly every number in H.264 is written. */
  ue(value: number): this {
    const digits = (value + 1).toString(2);
    this.#text += "0".repeat(digits.length - 1) + digits;
    return this;
  }

  align(): this {
    this.#text = this.#text.padEnd(Math.ceil(this.#text.length / 8) * 8, "0");
    return this;
  }

  bytes(samples: Buffer): this {
    for (const sample of samples) this.u(sample, 8);
    return this;
  }

  /** With the one bit that ends it. */
  end(): Buffer {
    this.u(1, 1).align();
    return Buffer.from(this.#text.match(/.{8}/g)?.map((byte) => parseInt(byte, 2)) ?? []);
  }
}

const nal = (type: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([0x60 | type]), body]);

/** Sizes are in blocks of 16 pixels. */
export function parameterSets(wide: number, high: number): { readonly sps: Buffer; readonly pps: Buffer } {
  const sps = new Bits()
    .u(66, 8)
    .u(0xc0, 8)
    .u(30, 8)
    .ue(0)
    .ue(0)
    .ue(2)
    .ue(0)
    .u(0, 1)
    .ue(wide - 1)
    .ue(high - 1)
    .u(1, 1)
    .u(0, 1)
    .u(0, 1)
    .u(0, 1)
    .end();
  const pps = new Bits().ue(0).ue(0).u(0, 2).ue(0).ue(0).ue(0).u(0, 3).ue(0).ue(0).ue(0).u(1, 1).u(0, 2).end();
  return { sps: nal(7, sps), pps: nal(8, pps) };
}

/** @param luma how bright it is; from 16 to 235, so that no sample looks like a start code. */
export function picture({ wide, high }: { wide: number; high: number }, index: number, luma: number): Buffer {
  const slice = new Bits()
    .ue(0)
    .ue(7)
    .ue(0)
    .u(0, 4)
    .ue(index % 2)
    .u(0, 2)
    .ue(0)
    .ue(1);
  const samples = Buffer.concat([Buffer.alloc(BLOCK * BLOCK, luma), Buffer.alloc((BLOCK * BLOCK) / 2, 128)]);
  for (let block = 0; block < wide * high; block += 1) slice.ue(25).align().bytes(samples);
  return nal(5, slice.end());
}
