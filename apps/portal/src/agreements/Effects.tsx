import { Alert, Box, Link, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import type { EffectKind } from '@gongjian/api/schema.types.ts';
import { useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { timesOf } from '../shell/timesOf.ts';
import { AgreementEffectsDocument } from './agreements.generated.ts';
import { agreements } from './agreements.messages.ts';

const KINDS: readonly EffectKind[] = ['GAINS', 'LOSES', 'CHANGES'];
/** So many names are said; more are counted. */
const SAID = 5;

/** Before one signs or ends an agreement: who gains and loses what, and which coming bookings would be hit. */
export function Effects({ agreementId, endsOn, ending }: { agreementId: string; endsOn?: string | null; ending?: boolean }) {
  const t = useMessages(agreements);
  const format = useFormat();
  const { data, error } = useQuery(AgreementEffectsDocument, { variables: { agreementId, endsOn: endsOn || null }, fetchPolicy: 'no-cache' });
  if (error) return <Alert severity="warning">{errorText(error)}</Alert>;
  if (!data) return <Skeleton variant="rounded" height={72} />;
  const { effects, hits } = data.agreementEffects;
  const groups = KINDS.flatMap((kind) => [...Map.groupBy(effects.filter((each) => each.kind === kind), ({ taker }) => taker.shortName)].map(([taker, all]) => ({ kind, taker, names: timesOf(all.map(({ resource }) => resource.name)), count: all.length })));
  const said = (names: string[], count: number) => (names.length > SAID ? t('nameMore', { names: format.list(names.slice(0, SAID)), count }) : format.list(names));
  return (
    <Box component="section" aria-label={t(ending ? 'effectsEnd' : 'effects')} sx={{ border: 1, borderColor: 'divider', borderRadius: '8px', p: 1.5, display: 'grid', gap: 0.75 }}>
      <Typography component="h3" sx={{ fontWeight: 600, fontSize: 14 }}>{t(ending ? 'effectsEnd' : 'effects')}</Typography>
      {groups.length === 0 && <Typography variant="body2">{t('effectsNone')}</Typography>}
      {groups.map(({ kind, taker, names, count }) => (
        <Typography key={kind + taker} variant="body2"><Box component="strong" sx={{ mr: 1 }}>{t(`effect.${kind}`)}</Box>{t('effectLine', { taker, names: said(names, count) })}</Typography>
      ))}
      {hits.length === 0 ? <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('hitsNone')}</Typography> : (
        <>
          <Typography variant="body2" sx={{ color: 'warning.main' }}>{t('hits', { count: hits.length })}</Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5, maxHeight: 160, overflowY: 'auto' }}>
            {hits.flatMap(({ id, booking }) => (booking ? [<li key={id}><Link href={`/bookings/${booking.id}`}>{booking.title}</Link> <Box component="span" sx={{ color: 'own.faint', fontSize: 13 }}>{format.range(booking.startsAt, booking.endsAt)} · {booking.organisation.shortName}</Box></li>] : []))}
          </Box>
        </>
      )}
    </Box>
  );
}
