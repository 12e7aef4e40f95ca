import { Box, Checkbox, FormControlLabel, Link, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import type { MailWish } from '@gongjian/api/schema.types.ts';
import { ErrorState, FieldRow, PageHeader, SelectInput, SkeletonPage, useToast, zoneName } from '@gongjian/ui';
import { common, languages, useLanguage, useMessages } from '../i18n/index.ts';
import { AREAS, areaOf } from './areas.ts';
import { MessageSettingsDocument, UpdateMessageSettingsDocument } from './messages.generated.ts';
import type { MessageSettingsPartsFragment } from './messages.generated.ts';
import { messages } from './messages.messages.ts';

const WISHES: readonly MailWish[] = ['NOW', 'DAILY', 'OFF'];
const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }));
const ZONES = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Hong_Kong', 'Asia/Singapore', 'Asia/Tokyo', 'Europe/Berlin', 'Europe/London', 'America/New_York', 'America/Los_Angeles', 'UTC'];
/** Where the reader is, which need not be where the consortium is. */
const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const NIGHT = { quietFrom: 22, quietUntil: 7 };

type Settings = Omit<MessageSettingsPartsFragment, '__typename'>;

/** How one wants to be told. Each change is kept at once. */
export default function MessageSettingsPage() {
  const t = useMessages(messages);
  const words = useMessages(common);
  const toast = useToast();
  const { data, error, refetch } = useQuery(MessageSettingsDocument);
  const [update, { loading }] = useMutation(UpdateMessageSettingsDocument);
  const settings = data?.messageSettings;
  if (error && !settings) return <ErrorState message={errorText(error)} onRetry={() => void refetch()} />;
  if (!settings) return <SkeletonPage />;

  const change = async (changes: Partial<Settings>, mail: { kind: string; mail: MailWish }[] = []) => {
    const { language, timeZone, digestHour, quietFrom, quietUntil } = { ...settings, ...changes };
    try {
      await update({ variables: { input: { language, timeZone, digestHour, quietFrom, quietUntil, mail } } });
      toast.show(words('saved'), { tone: 'success', seconds: 2 });
    } catch (failure) {
      toast.show(errorText(failure), { tone: 'error' });
    }
  };

  return (
    <Box sx={{ maxWidth: 760 }} aria-busy={loading}>
      <PageHeader title={t('settingsTitle')} description={t('settingsDescription')} />
      <Typography component="h2" sx={{ mt: 1, mb: 0.5, fontSize: 16, fontWeight: 600 }}>{t('how')}</Typography>
      <Typography variant="body2" sx={{ mb: 1.5, color: 'text.secondary' }}>{t('address')} <Link href="/account/security" underline="always">{t('addressLink')}</Link></Typography>
      <Times settings={settings} onChange={(changes) => void change(changes)} />
      <Typography component="h2" sx={{ mt: 3, mb: 1, fontSize: 16, fontWeight: 600 }}>{t('which')}</Typography>
      {AREAS.map((area) => [area, settings.kinds.filter(({ kind }) => areaOf(kind) === area)] as const).filter(([, kinds]) => kinds.length > 0).map(([area, kinds]) => (
        <Box component="section" key={area} aria-label={t(`area.${area}`)} sx={{ mb: 2 }}>
          <Typography component="h3" sx={{ mb: 0.5, fontSize: 14, fontWeight: 600 }}>{t(`area.${area}`)}</Typography>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', border: 1, borderColor: 'divider', borderRadius: '8px' }}>
            {kinds.map(({ kind, name, mail }) => (
              <Box component="li" key={kind} sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 1.5, py: 0.75, borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 } }}>
                <Box sx={{ flex: 1, minWidth: 0 }}>{name}</Box>
                <ToggleButtonGroup exclusive size="small" aria-label={t('mailOf', { name })} value={mail} onChange={(_, value: MailWish | null) => value && void change({}, [{ kind, mail: value }])} sx={{ flexShrink: 0 }}>
                  {WISHES.map((value) => <ToggleButton key={value} value={value} sx={{ whiteSpace: 'nowrap' }}>{t(`mail.${value}`)}</ToggleButton>)}
                </ToggleButtonGroup>
              </Box>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

/** In which language, at what hours. */
function Times({ settings, onChange }: { settings: Settings; onChange: (changes: Partial<Settings>) => void }) {
  const t = useMessages(messages);
  const { language, timeZone, digestHour, quietFrom, quietUntil } = settings;
  const reader = useLanguage();
  const zones = [...new Set([...ZONES, timeZone, HERE])];
  const quiet = quietFrom !== null && quietUntil !== null;
  return (
    <>
      <FieldRow columns={3}>
        <SelectInput label={t('language')} value={language} onChange={(value) => onChange({ language: value })} options={languages.map(({ code, name }) => ({ value: code, label: name }))} />
        <SelectInput label={t('timeZone')} value={timeZone} onChange={(value) => onChange({ timeZone: value })} options={zones.map((value) => ({ value, label: zoneName(value, reader) }))} />
        <SelectInput label={t('digestHour')} value={String(digestHour)} onChange={(value) => onChange({ digestHour: Number(value) })} options={HOURS} />
      </FieldRow>
      <FormControlLabel
        sx={{ mt: 1.5 }}
        control={<Checkbox checked={quiet} onChange={(_, on) => onChange(on ? NIGHT : { quietFrom: null, quietUntil: null })} />}
        label={t('quietOn')}
      />
      <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('quietHelp')}</Typography>
      {quiet && (
        <Box sx={{ mt: 1, maxWidth: 360 }}>
          <FieldRow>
            <SelectInput label={t('quietFrom')} value={String(quietFrom)} onChange={(value) => onChange({ quietFrom: Number(value) })} options={HOURS} />
            <SelectInput label={t('quietUntil')} value={String(quietUntil)} onChange={(value) => onChange({ quietUntil: Number(value) })} options={HOURS} />
          </FieldRow>
        </Box>
      )}
    </>
  );
}
