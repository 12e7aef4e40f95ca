import { useEffect, useState } from 'react';
import { FieldRow, SelectInput, TextInput } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { client, useSession } from '../session/index.ts';
import { BookingSeatsDocument } from './booking.generated.ts';
import type { BookingSeatsQuery, OwnerLabelFragment } from './booking.generated.ts';
import { bookingTexts } from './booking.messages.ts';
import { PURPOSES } from './booking-form.ts';
import type { BookingForm, FormField } from './booking-form.ts';

interface Props {
  form: BookingForm;
  errors: Partial<Record<FormField, string>>;
  /** Whom a booking is for is settled when it is made. */
  fixedOrganisation: OwnerLabelFragment | null;
  onChange: (change: Partial<BookingForm>) => void;
}

export function TitleField({ form, errors, onChange }: Props) {
  const t = useMessages(bookingTexts);
  return (
    <TextInput
      label={t('title')}
      required
      autoFocus
      autoComplete="off"
      value={form.title}
      placeholder={t('titlePlaceholder')}
      error={errors.title}
      onChange={(title) => onChange({ title })}
    />
  );
}

/** What the booking is for and for whom. */
export function PurposeFields({ form, errors, fixedOrganisation, onChange }: Props) {
  const t = useMessages(bookingTexts);
  const say = useMessages(common);
  const seats = useSeats(fixedOrganisation);
  return (
    <FieldRow>
      <SelectInput
        label={t('purpose')}
        required
        value={form.purpose}
        onChange={(purpose) => onChange({ purpose })}
        options={PURPOSES.map((value) => ({ value, label: say(`purpose.${value}`) }))}
      />
      <SelectInput
        label={t('organisation')}
        required
        disabled={fixedOrganisation !== null || seats.length < 2}
        value={seats.some(({ id }) => id === form.organisationId) ? form.organisationId : ''}
        error={errors.organisationId}
        onChange={(organisationId) => onChange({ organisationId })}
        options={seats.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </FieldRow>
  );
}

export function DetailFields({ form, errors, onChange }: Props) {
  const t = useMessages(bookingTexts);
  return (
    <FieldRow>
      <TextInput
        label={t('attendees')}
        value={form.attendees}
        error={errors.attendees}
        onChange={(attendees) => onChange({ attendees })}
        slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 6 } }}
      />
      <TextInput
        label={t('notes')}
        multiline
        maxRows={5}
        value={form.notes}
        placeholder={t('notesPlaceholder')}
        error={errors.notes}
        onChange={(notes) => onChange({ notes })}
      />
    </FieldRow>
  );
}

/** The organisations for which one may book: one's own, or every member. */
function useSeats(fixed: OwnerLabelFragment | null): readonly OwnerLabelFragment[] {
  const { me, access } = useSession();
  const own = me.organisation;
  const allowed = access.bookForOrganisationIds;
  const onlyOwn = fixed !== null || (allowed !== null && allowed.every((id) => id === own?.id));
  const [members, setMembers] = useState<OwnerLabelFragment[]>([]);
  useEffect(() => {
    if (onlyOwn) return undefined;
    let current = true;
    const load = async () => {
      const found: OwnerLabelFragment[] = [];
      let after: string | null = null;
      do {
        const page: BookingSeatsQuery['organisations'] | undefined = (
          await client.query({ query: BookingSeatsDocument, variables: { first: 200, after }, fetchPolicy: 'no-cache' })
        ).data?.organisations;
        found.push(...(page?.nodes ?? []));
        after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      if (current) setMembers(found);
    };
    // Without the list one can still book for one's own organisation.
    load().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [onlyOwn]);

  if (fixed) return [fixed];
  const listed = members.filter(({ id }) => allowed === null || allowed.includes(id));
  if (!own || listed.some(({ id }) => id === own.id) || (allowed !== null && !allowed.includes(own.id))) return listed;
  return [own, ...listed];
}
