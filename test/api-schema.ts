/** As much of JSON Schema as our OpenAPI document uses. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  allOf?: Schema[]
  minimum?: number
  maximum?: number
}

const typeOf = (value: unknown): string[] => {
  if (value === null) return ['null']
  if (Array.isArray(value)) return ['array']
  return Number.isInteger(value) ? ['integer', 'number'] : [typeof value]
}
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where a value differs from its schema, in words; empty where it fits. What the schema does not name may not be there. */
export function jsonFits(document: unknown, schema: Schema, value: unknown, at = '$'): string[] {
  const { properties = {}, additionalProperties, type } = merged(document, schema, at)
  const wrong = check(document, schema, value, at)
  const saysNothing = type === undefined && Object.keys(properties).length === 0
  if (wrong.length > 0 || schema.anyOf || !isObject(value) || additionalProperties || saysNothing) return wrong
  return Object.keys(value)
    .filter(key => !(key in properties))
    .map(key => `${at}.${key}: not described`)
}

/** A schema with what it refers to and what it is put together from. */
function merged(document: unknown, schema: Schema, at: string): Schema {
  if (schema.$ref) {
    const steps = schema.$ref.slice(2).split('/')
    const found = steps.reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step], document)
    if (!found) throw new Error(`${at}: ${schema.$ref} leads nowhere`)
    return merged(document, found as Schema, at)
  }
  if (!schema.allOf) return schema
  const parts = schema.allOf.map(part => merged(document, part, at))
  return {
    ...schema,
    allOf: undefined,
    properties: Object.assign({}, schema.properties, ...parts.map(part => part.properties ?? {})),
    required: [...(schema.required ?? []), ...parts.flatMap(part => part.required ?? [])],
  }
}

function check(document: unknown, given: Schema, value: unknown, at: string): string[] {
  const schema = merged(document, given, at)
  if (schema.anyOf) {
    const tries = schema.anyOf.map(one => jsonFits(document, one, value, at))
    return tries.some(wrong => wrong.length === 0) ? [] : tries[0]!
  }
  const types = schema.type === undefined ? null : [schema.type].flat()
  if (types && !typeOf(value).some(type => types.includes(type)))
    return [`${at}: ${JSON.stringify(value)} is no ${types.join(' or ')}`]
  if (schema.enum && !schema.enum.includes(value)) return [`${at}: ${JSON.stringify(value)} is none of ${schema.enum.join(', ')}`]
  if (typeof value === 'number' && (value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity)))
    return [`${at}: ${value} lies outside ${schema.minimum}..${schema.maximum}`]
  if (Array.isArray(value))
    return value.flatMap((item, n) => (schema.items ? jsonFits(document, schema.items, item, `${at}[${n}]`) : []))
  if (!isObject(value)) return []
  const missing = (schema.required ?? []).filter(key => !(key in value)).map(key => `${at}.${key}: missing`)
  return [
    ...missing,
    ...Object.entries(schema.properties ?? {}).flatMap(([key, part]) =>
      key in value ? jsonFits(document, part, value[key], `${at}.${key}`) : [],
    ),
  ]
}

export type Operation = {
  parameters?: { name: string; in: string; required?: boolean }[]
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}
export type Description = {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
}

/** The OpenAPI document as the app serves it. */
export const describedAs = async (ask: (path: string) => Response | Promise<Response>) =>
  (await (await ask('/api/openapi.json')).json()) as Description
