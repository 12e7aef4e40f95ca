import { isObjectType } from 'graphql';
import { TYPES } from './types.mjs';
import { FIELDS_OF } from './fields.mjs';

/** Every field of the composed schema, as Type.field. */
export const fieldsOf = (schema) => Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__')).flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));

/** Types and fields of which nobody has said who may see them, and names in the lists that are in the schema no more. */
export function unclassified(schema) {
  const listed = new Set(Object.entries(FIELDS_OF).flatMap(([type, fields]) => fields.split(' ').map((field) => `${type}.${field}`)));
  const all = fieldsOf(schema);
  const roots = /^(Query|Mutation)\./;
  const missing = all.filter((field) => !roots.test(field) && (!listed.has(field) || !(field.split('.')[0] in TYPES)));
  return { missing, stale: [...listed].filter((field) => !all.includes(field)) };
}
