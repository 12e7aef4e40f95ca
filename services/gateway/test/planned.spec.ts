import { describe, expect, test } from '@jest/globals';
import { TestConsortium } from '@gongjian/platform/testing';

describe('an operation within the limits as it was asked', () => {
  test.concurrent('is answered, however long what is planned from it gets: its parts go out together, under names of their own', async () => {
    const consortium = await TestConsortium.found();
    const aliases = Array.from({ length: 29 }, (_, index) => `n${index}: name`).join(' ');
    const counts = ['bookings', 'sharedThings', 'imports', 'minorAccesses'].map((name) => `${name}(first: 1) { totalCount }`).join(' ');
    const { data, errors } = await consortium.secretary.try(`{ resources(first: 1) { totalCount nodes { ${aliases} } } ${counts} pools { id } usesInQuestion { id } }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ resources: { totalCount: 0 }, bookings: { totalCount: 0 }, pools: [] });
  });

  test.concurrent('is refused by one alias more', async () => {
    const consortium = await TestConsortium.found();
    const { errors } = await consortium.secretary.try(`{ resources(first: 1) { nodes { ${Array.from({ length: 31 }, (_, index) => `n${index}: name`).join(' ')} } } }`);
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['OPERATION_TOO_COMPLEX']);
  });
});
