/** One way to validate: nothing removed, nothing repaired; only query strings are read as the numbers they spell. */
import { Ajv } from "ajv";
import fp from "fastify-plugin";

const strict = { removeAdditional: false, useDefaults: false, allErrors: false, strict: false } as const;

/** Compiles a schema into a check that also says where it failed. */
export function newAjv(): Ajv {
  return new Ajv({ ...strict, coerceTypes: false });
}

export const validation = fp((app, _, done) => {
  const exact = newAjv();
  const spelled = new Ajv({ ...strict, coerceTypes: true });
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === "querystring" ? spelled : exact).compile(schema as object),
  );
  // Answers are made by typed views and checked by tests; serialising by schema would cost more than it gives.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  done();
});
