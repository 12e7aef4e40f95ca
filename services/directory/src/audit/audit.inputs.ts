import { asUuid, inputs } from '@gongjian/platform';
import { z } from 'zod';

const { instant, oneOf, optionalText } = inputs;
const id = () => inputs.id().transform(asUuid).nullish();

export const auditFilter = z
  .object({
    search: optionalText(100),
    kind: oneOf(['CHANGE', 'LOOK', 'EXPORT', 'ACCESS']).nullish(),
    result: oneOf(['DONE', 'REFUSED']).nullish(),
    operation: optionalText(100),
    action: optionalText(100),
    personId: id(),
    organisationId: id(),
    subjectType: optionalText(100),
    subjectId: optionalText(100),
    address: optionalText(64),
    from: instant().nullish(),
    until: instant().nullish(),
  })
  .nullish();
export type AuditFilter = z.output<typeof auditFilter>;
