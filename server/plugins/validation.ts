/** One way to validate: nothing removed, nothing repaired; only query strings are read as the numbers they spell. */
import { Ajv, type ValidateFunction } from "ajv";
import fp from "fastify-plugin";

/** The schemas are the product's own and tested, so they are not checked against the schema of schemas at every start. */
const strict = {
  removeAdditional: false,
  useDefaults: false,
  allErrors: false,
  strict: false,
  meta: false,
  validateSchema: false,
} as const;

/** Compiles a schema into a check that also says where it failed. */
export function newAjv(): Ajv {
  return new Ajv({ ...strict, coerceTypes: false });
}

export const validation = fp((app, _, done) => {
  const exact = newAjv();
  const spelled = new Ajv({ ...strict, coerceTypes: true });
  app.setValidatorCompiler(({ schema, httpPart }) =>
    compiledOnFirstUse(httpPart === "querystring" ? spelled : exact, schema as object),
  );
  // Answers are made by typed views and checked by tests; serialising by schema would cost more than it gives.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  done();
});

/** Most routes are asked for much later than the start, and some never. */
function compiledOnFirstUse(ajv: Ajv, schema: object): ValidateFunction {
  let compiled: ValidateFunction | null = null;
  const check = (data: unknown): boolean => {
    compiled ??= ajv.compile(schema);
    const isValid = compiled(data);
    check.errors = compiled.errors ?? null;
    return isValid;
  };
  check.errors = null as ValidateFunction["errors"];
  // The framework calls it and reads `errors`, nothing else of a compiled schema.
  return check as unknown as ValidateFunction;
}
